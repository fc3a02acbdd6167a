import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";
import { recordingFingerprint } from "../../../engine/index.ts";
import { addWords } from "../../../ui/pages/explore/add-words.ts";
import { closeAll, fingerprint, launch, openApp, SMALL } from "../../support/page.ts";
import { libraryText, simulate } from "../../support/scenarios.ts";

/** A vendor with three products and a plan, by forms alone; the YAML that they make says the same. */

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const LANGUAGES = {
  en: { locale: "en-GB", open: "Add …", yaml: "Edit as YAML", name: "Northstar", id: "northstar" },
  zh: { locale: "zh-CN", open: "新增 ……", yaml: "以 YAML 编辑", name: "北辰", id: "new" },
} as const;
type Lang = keyof typeof LANGUAGES;

/** What fills in forms: a mouse, or keys alone. */
interface Hand {
  press(name: string): Promise<void>;
  type(label: string, text: string): Promise<void>;
  choose(label: string, value: string): Promise<void>;
}

const mouse = (page: Page): Hand => ({
  press: (name) =>
    page
      .getByRole("button", { name, exact: true })
      .or(page.getByRole("radio", { name, exact: true }))
      .click(),
  async type(label, text) {
    const field = page.locator(".add-sheet").getByLabel(label, { exact: true }).last();
    await field.fill(text);
    await field.blur();
  },
  async choose(label, value) {
    await page.locator(".add-sheet").getByLabel(label).selectOption(value);
  },
});

const keys = (page: Page): Hand => ({
  async press(name) {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  },
  async type(label, text) {
    await tabTo(page, label);
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  },
  async choose(label, value) {
    await tabTo(page, label);
    for (let k = 0; k < 40; k++) {
      if ((await page.evaluate(() => (document.activeElement as HTMLSelectElement).value)) === value) return;
      await page.keyboard.press("ArrowDown");
    }
    throw new Error(`the down key never reaches “${value}”`);
  },
});

/** Presses Tab until what has the focus is called so; arrows within a group of buttons, where Tab goes by. */
async function tabTo(page: Page, name: string): Promise<void> {
  const called = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return (
        at?.getAttribute("aria-label") ??
        at?.labels?.[0]?.firstChild?.textContent ??
        at?.textContent ??
        ""
      ).trim();
    });
  const grouped = () => page.evaluate(() => document.activeElement?.closest(".segments") !== null);
  for (let k = 0; k < 200; k++) {
    if ((await called()) === name) return;
    if (await grouped())
      for (const key of ["ArrowLeft", "ArrowRight"].flatMap((way) => Array.from({ length: 3 }, () => way))) {
        await page.keyboard.press(key);
        if ((await called()) === name) return;
      }
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never reaches “${name}”`);
}

async function makeVendor(hand: Hand, lang: Lang): Promise<void> {
  const { open, name, id } = LANGUAGES[lang];
  const said = (key: keyof typeof addWords) => addWords[key][lang];
  await hand.press(open);
  await hand.type(said("name"), name);
  await hand.type(said("productName"), "Star Max");
  await hand.type(said("input"), "3");
  await hand.type(said("output"), "9");
  await hand.press(said("add"));
  await hand.press(said("product"));
  for (const [product, input, output] of [
    ["Star Lite", "0.5", "1"],
    ["Star Mini", "0.1", "0.2"],
  ]) {
    await hand.type(said("name"), product);
    await hand.choose(said("of"), id);
    await hand.type(said("input"), input);
    await hand.type(said("output"), output);
    await hand.press(said("add"));
  }
  await hand.press(said("plan"));
  await hand.type(said("name"), "Star Plan");
  await hand.choose(said("of"), id);
  await hand.type(said("fee"), "40");
  await hand.type(said("quota"), "20");
  await hand.press(said("add"));
  await hand.press(said("close"));
}

describe("a new vendor with three products and a plan", () => {
  it.each([
    ["a mouse", "en", mouse],
    ["keys alone", "zh", keys],
  ] as const)("is made by forms with %s (%s), and its file says the same", async (_, lang, handOf) => {
    const { locale, yaml, name, id } = LANGUAGES[lang];
    const { page, errors } = await openApp(browser, SMALL, { locale });
    const first = await fingerprint(page);
    const hand = handOf(page);
    await makeVendor(hand, lang);
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
    await expect.poll(() => page.locator("aside").getByRole("button", { name }).count()).toBeGreaterThan(0);
    await hand.press(yaml);
    const text = await page.locator("[role=dialog] textarea").first().inputValue();
    const { scenario } = readScenario(text, { file: "scenario.yaml", resolve: libraryText });
    const made = scenario.vendors[id];
    expect(made.name.en).toBe(name);
    expect(Object.values(made.products).map((p) => [p.name?.en, p.price])).toMatchObject([
      ["Star Max", { input: 3, output: 9 }],
      ["Star Lite", { input: 0.5, output: 1 }],
      ["Star Mini", { input: 0.1, output: 0.2 }],
      ["Star Plan", { month: 40 }],
    ]);
    expect(made.products["star-plan"].plan?.quota).toEqual([{ tokens: 20, every: "week" }]);
    const wanted = recordingFingerprint(simulate(scenario, { seed: "1" }));
    await expect.poll(() => fingerprint(page, first)).toBe(wanted);
    expect(errors).toEqual([]);
  });
});
