import { observable, useObservable } from "./observable.ts";
import { PAGES, UNLISTED } from "./page-names.ts";

/** Which page is shown. It stands in the address next to the session, so that back and reload lead to it. */
export type Page = (typeof PAGES)[number] | (typeof UNLISTED)[number];

const fromAddress = (): Page => {
  const named = new URLSearchParams(location.search).get("page");
  return [...PAGES, ...UNLISTED].find((p) => p === named) ?? "explore";
};

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
