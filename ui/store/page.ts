import { observable, useObservable } from "./observable.ts";
import { MEANT, PAGES, UNLISTED } from "./page-names.ts";

/** Which page is shown. It stands in the address next to the session, so that back and reload lead to it. */
export type Page = (typeof PAGES)[number] | (typeof UNLISTED)[number];

const named = (): string | null => new URLSearchParams(location.search).get("page") || null;
const known = (name: string | null): Page | undefined => [...PAGES, ...UNLISTED].find((p) => p === name);

const fromAddress = (): Page => {
  const meant = MEANT.get(named() ?? "");
  if (meant) history.replaceState(null, "", `${location.pathname}?page=${meant}${location.hash}`);
  return known(named()) ?? "explore";
};

/** What the address names that is no page; null: it names one, or none. */
export const strayPage = (): string | null => (known(named()) ? null : named());

const page = observable<Page>(fromAddress());
addEventListener("popstate", () => page.set(fromAddress()));

export const usePage = (): Page => useObservable(page, (p) => p);

/** The address of a page, the session as it is. */
export const pageAddress = (next: Page): string =>
  `${location.pathname}${next === "explore" ? "" : `?page=${next}`}${location.hash}`;

export function turnTo(next: Page): void {
  if (next === page.get()) return;
  history.pushState(null, "", pageAddress(next));
  page.set(next);
  scrollTo(0, 0);
}
