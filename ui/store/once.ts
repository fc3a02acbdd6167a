/** A function of an object that computes once for each, and keeps the result as long as the object lives. */
export function once<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    let kept = made.get(of);
    if (!kept) made.set(of, (kept = { value: make(of) }));
    return kept.value;
  };
}
