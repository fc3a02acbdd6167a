export function browserPath(): string | undefined;
export function installSystem(): void;
