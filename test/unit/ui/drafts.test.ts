import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { draftOf, drafts, dropDraft, keepDraft } from "../../../ui/store/drafts.ts";

/** A browser's storage, without a browser. */
function storage(): Pick<Storage, "getItem" | "setItem"> {
  const held = new Map<string, string>();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value) };
}

beforeEach(() => {
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("sessionStorage", storage());
});
afterAll(() => void vi.unstubAllGlobals());

describe("a scenario's text that has not run", () => {
  it("is there again by the text it began from, until it has run or is as it was", () => {
    keepDraft("a: 1", "a: 2");
    keepDraft("b: 1", "b: 2");
    expect(draftOf("a: 1")?.text).toBe("a: 2");
    expect(draftOf("c: 1")).toBeNull();
    keepDraft("a: 1", "a: 1");
    dropDraft("b: 1");
    expect(drafts()).toEqual([]);
  });

  it("is the latest first, and the oldest give way", () => {
    for (let k = 0; k < 9; k++) keepDraft(`a: ${k}`, `b: ${k}`);
    expect(drafts()[0].text).toBe("b: 8");
    expect(drafts().length).toBeLessThan(9);
    keepDraft("a: 7", "c");
    expect(drafts().filter((d) => d.before === "a: 7")).toEqual([{ before: "a: 7", text: "c" }]);
  });

  it("is none where the browser remembers something else", () => {
    localStorage.setItem("pricewar.drafts", '[{"before": 1}, null]');
    expect(drafts()).toEqual([]);
    localStorage.setItem("pricewar.drafts", "{");
    expect(drafts()).toEqual([]);
  });
});

/** The page's inputs in a window that was just loaded. */
const loaded = () => (vi.resetModules(), import("../../../ui/store/report-inputs.ts"));

describe("what was put into the page of reports", () => {
  const own = { title: "V2 halved", note: "For the board", logo: null };
  const selection = { template: "technical", sections: null, runs: 50, currency: "USD" };

  it("is there after a reload, names and sentences of their own scenario alone", async () => {
    const before = await loaded();
    before.writeOwn("china-2024", own);
    before.choose(selection);
    const { ownOf, reportInputs } = await loaded();
    expect(ownOf("china-2024")).toEqual(own);
    expect(ownOf("duel")).toEqual({ title: "", note: "", logo: null });
    expect(reportInputs.get().selection).toEqual(selection);
  });

  it.each(['{"selection": {"runs": "many"}, "logo": "javascript:", "words": {"x": 1}}', "nothing"])(
    "is nothing where something else was left: %s",
    async (left) => {
      sessionStorage.setItem("pricewar.report", left);
      expect((await loaded()).reportInputs.get()).toEqual({ selection: null, logo: null, words: {} });
    },
  );
});
