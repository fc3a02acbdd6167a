import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, escape, fingerprint, launch, openApp, SMALL, violations } from "../../support/page.ts";

/** What somebody typed is there again, whatever page they go to. */

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

describe("what was typed", () => {
  it("into the editor outlasts Escape and a reload, until it is discarded", async () => {
    const { page, errors } = await openApp(browser, SMALL);
    const area = page.getByLabel("Scenario text");
    const open = () => page.getByRole("button", { name: "Edit as YAML" }).click();
    await open();
    const before = await area.inputValue();
    const typed = `${before}\n# mine\n`;
    await area.fill(typed);
    await escape(page);
    await open();
    expect(await area.inputValue()).toBe(typed);
    await page.reload();
    await fingerprint(page);
    await open();
    expect(await area.inputValue()).toBe(typed);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Discard these changes" }).click();
    await escape(page);
    await open();
    expect(await area.inputValue()).toBe(before);
    expect(errors).toEqual([]);
  });

  it("into the page of reports outlasts another page and a reload", async () => {
    const { page } = await openApp(browser, SMALL);
    const report = () => page.getByRole("link", { name: "Report", exact: true }).click();
    await report();
    const [name, note] = [page.getByLabel("Name of the scenario"), page.getByLabel("A sentence under the title")];
    await name.fill("V2 halved");
    await note.fill("For the board");
    await page.getByRole("radio", { name: "5", exact: true }).click({ force: true });
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await report();
    expect([await name.inputValue(), await note.inputValue()]).toEqual(["V2 halved", "For the board"]);
    await page.reload();
    expect([await name.inputValue(), await note.inputValue()]).toEqual(["V2 halved", "For the board"]);
    expect(await page.getByRole("radio", { name: "5", exact: true }).isChecked()).toBe(true);
  });
});
