import { observable, useObservable } from "../../store/observable.ts";

/** What the page is asked. It stands in the address, so that a document can link to the view that shows its answer. */
interface Place {
  readonly about: string; // "index", a vendor or a product
  readonly from: string | null; // ISO dates; null: the scenario's own
  readonly to: string | null;
  readonly show: string | null; // a section to open on: share, growth, worth, without
  readonly of: string | null; // its subject: a vendor, a knock-out
}

const NAMES = ["about", "from", "to", "show", "of"] as const;

function read(): Place {
  const words = new URLSearchParams(location.search);
  const [about, from, to, show, of] = NAMES.map((name) => words.get(name));
  const day = (text: string | null) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);
  return { about: about ?? "index", from: day(from), to: day(to), show, of };
}

const place = observable<Place>(read());
addEventListener("popstate", () => place.set(read()));
export const usePlace = (): Place => useObservable(place, (p) => p);

export function go(change: Partial<Place>): void {
  const next = { ...place.get(), ...change };
  place.set(next);
  const words = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const value = next[name];
    if (value === null || (name === "about" && value === "index")) words.delete(name);
    else words.set(name, value);
  }
  history.replaceState(null, "", `${location.pathname}?${words}${location.hash}`);
}
