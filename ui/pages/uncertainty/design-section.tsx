export const DesignSection = () => null;
