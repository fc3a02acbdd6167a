import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { recordingFingerprint } from "../../../engine/index.ts";
import { closeAll, fingerprint, launch, openApp, TENTH } from "../../support/page.ts";
import { library, simulate } from "../../support/scenarios.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const RULE = "max(1.1 * cost, 0.98 * cheapest)";

describe("a pricing rule of one's own", () => {
  it("is typed into a vendor's form, refused with words until it can be read, and then run", async () => {
    const { page, errors } = await openApp(browser, TENTH);
    const before = await fingerprint(page);
    await page.locator(".vendors button", { hasText: "ByteDance" }).click();
    await page.locator(".sheet select").first().selectOption("formula");
    const neutral = await fingerprint(page, before);
    const field = page.getByRole("textbox", { name: "New price" });
    await field.fill("max(1.1 * cots, 0.98 * cheapest)");
    await field.press("Enter");
    expect(await page.getByRole("alert").innerText()).toBe("unknown name “cots”; did you mean “cost”?");
    await field.fill(RULE);
    await field.press("Enter");
    const after = await fingerprint(page, neutral);
    const rule = { kind: "formula", price: RULE };
    const changed = library("china-2024", { "demand.agents": 2000, "vendors.bytedance.strategy": rule });
    const { typical } = library("china-2024"); // the page shows the same draws before and after a change
    expect(after).toBe(recordingFingerprint(simulate({ ...changed, typical })));
    expect(errors).toEqual([]);
  });
});
