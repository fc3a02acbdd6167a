export function isStale(done: string): boolean;
export function build(options?: { force?: boolean }): void;
