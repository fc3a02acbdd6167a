/**
 * What a phone of 2019 lacks of what our code asks for. The syntax is brought down when the pages are built; these are
 * the few methods. Imported before all else.
 */
const give = (to: object, name: string, method: unknown): void => {
  if (!(name in to)) Object.defineProperty(to, name, { value: method, writable: true, configurable: true });
};

give(Array.prototype, "at", function at<T>(this: readonly T[], k: number): T | undefined {
  return this[k < 0 ? this.length + k : k];
});
give(Array.prototype, "toSorted", function toSorted<T>(this: readonly T[], by?: (a: T, b: T) => number): T[] {
  const copy: T[] = [...this];
  Array.prototype.sort.call(copy, by as (a: unknown, b: unknown) => number);
  return copy;
});
give(Object, "hasOwn", (of: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(of, key));
give(String.prototype, "replaceAll", function replaceAll(this: string, what: string, by: string): string {
  return this.split(what).join(by);
});
