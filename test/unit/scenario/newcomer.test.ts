import { describe, expect, test } from "vitest";
import { newScenarioText, readScenario, ScenarioErrors } from "../../../engine/authoring.ts";
import { decodeText } from "../../../engine/index.ts";
import { libraryText } from "../../support/scenarios.ts";

function errors(text: string): string[] {
  try {
    readScenario(text, { file: "mine.yaml", resolve: libraryText });
  } catch (error) {
    if (error instanceof ScenarioErrors) return error.format("en").split("\n");
    throw error;
  }
  return [];
}

describe("a newcomer's file", () => {
  test("that misspells a vendor of the one it extends is told the nearest, once", () => {
    const text = "extends: china-2024\nid: mine\nvendors: {zhipuu: {trust: 0.5}}";
    expect(errors(text)).toEqual([expect.stringMatching(/^mine.yaml:3:11  vendors.zhipuu: did you mean “zhipu”\?/)]);
    expect(errors(text.replace("zhipuu", "acme")).join()).toContain("vendors.acme.name: missing");
  });

  test("is told that a plain text will do", () => {
    expect(errors("extends: china-2024\nid: mine\ntitle: [1]").join()).toContain("expected a plain text");
  });

  test("names the schema that editors show fields from, and is read", () => {
    const text = newScenarioText({ id: "mine", from: "china-2024", lang: "zh", schema: "../schema.json" });
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=../schema.json");
    expect(errors(text)).toEqual([]);
  });
});

describe("a text file", () => {
  const title = "标题";
  const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
  test.each([
    ["UTF-8", new TextEncoder().encode(title)],
    ["UTF-8 with a mark", Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(title)])],
    ["GBK", Uint8Array.from([0xb1, 0xea, 0xcc, 0xe2])],
    ["UTF-16", utf16(title)],
  ])("is read in %s", (_encoding, bytes) => expect(decodeText(bytes)).toBe(title));

  test("in none of them is refused with what to do", () => {
    expect(errors(decodeText(Uint8Array.from([0x61, 0xff, 0xff, 0x00]))).join()).toContain("saved as UTF-8");
  });
});
