import { expect, test } from "vitest";
import { MEANT, PAGES } from "../../../ui/store/page-names.ts";

test("names that people guess lead to pages, those of JavaScript nowhere", () => {
  for (const meant of MEANT.values()) expect(PAGES).toContain(meant.split("&")[0]);
  for (const name of ["__proto__", "constructor", "toString"]) expect(MEANT.get(name)).toBe(undefined);
});
