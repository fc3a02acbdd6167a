import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { begin, gameAt, standingOf } from "../../../engine/game/index.ts";
import { number } from "../../../words/format.ts";
import { playOn, setup } from "../../support/games.ts";
import { closeAll, launch, openPage, violations } from "../../support/page.ts";
import { library } from "../../support/scenarios.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const VENDORS = ["amber", "birch", "coral", "delta", "ember", "fjord"];
const heading = (page: Page) => page.locator("main h1").innerText();

/** Teams on a level field, as many as asked for, at the start of their first quarter. */
async function teams(page: Page, count: number): Promise<void> {
  await page.getByRole("button", { name: /Market/ }).click();
  await page.getByRole("option", { name: "A level field" }).click();
  await page.getByText("Six vendors start alike").waitFor();
  await page.getByRole("radio", { name: "Teams, one screen" }).click();
  for (let k = 2; k < count; k++) {
    await page.getByRole("button", { name: "Add a team" }).click();
    await expect.poll(() => page.locator(".play-team").count()).toBe(k + 1);
  }
  await page.locator("main button[type=submit]:enabled").click();
}

/** Numbers only the team itself may see: what its models cost to serve and sell, and its GPUs. */
function secrets(vendor: string): string[] {
  const base = library("level-field");
  const start = gameAt(begin(setup({ base: "level-field", seats: VENDORS.slice(0, 2).map((v) => ({ vendor: v })) })));
  const recording = playOn(base, start);
  const { products, gpus } = standingOf(base, recording, start, vendor);
  const costs = products.map((p) => `${number(p.cost.input)} / ${number(p.cost.output)}`);
  return [...costs, "cost ", "tokens a week (", "below cost", "busy", `leased ${Math.round(gpus!.leased)}`];
}

describe("teams on one screen", () => {
  it("keep their entries, costs and fleet from each other until they ask to see them", async () => {
    const { page, errors } = await openPage(browser, "play");
    await teams(page, 2);
    for (const [k, vendor] of VENDORS.slice(0, 2).entries()) {
      const side = page.locator(".play-side");
      const hidden = async () => {
        const words = await side.innerText();
        for (const secret of secrets(vendor)) expect(words).not.toContain(secret);
      };
      await page.locator(".curtain .primary").waitFor();
      expect(await page.locator("main input").count()).toBe(0);
      await hidden();
      await page.locator(".curtain .primary").click();
      await hidden();
      expect(await page.locator(".decide input[type=password]").count()).toBeGreaterThan(3);
      expect(await page.locator(".decide input:not([type=password])").count()).toBe(0);
      const field = page.locator(".decide .amount-line").first();
      const before = await field.screenshot();
      await field.locator("input").fill("0.25");
      await field.locator("input").blur();
      expect((await field.screenshot()).equals(before), "a masked field looks the same whatever stands in it").toBe(
        true,
      );
      await page.getByLabel("Show it").check();
      for (const secret of secrets(vendor).slice(0, 2)) expect(await side.innerText()).toContain(secret);
      expect(await field.locator("input").inputValue()).toBe("0.25");
      await page.getByLabel("Show it").uncheck();
      await hidden();
      await page.locator(".decide button[type=submit]:enabled").click();
      if (k === 0) expect(await heading(page)).toBe("Quarter 1 of 4");
    }
    await expect.poll(() => heading(page)).toBe("Quarter 2 of 4");
    expect(await page.locator(".news").innerText()).toMatch(/Amber: Main 8\.00 \/ 16\.0 → 0\.250 \/ 16\.0/);
    expect(errors).toEqual([]);
  });

  it("are typed in by the teacher on one sheet, each under its vendor's name, and a new game asks first", async () => {
    const { page, errors } = await openPage(browser, "play");
    await teams(page, 3);
    await page.getByRole("button", { name: "Type in all teams' decisions on one sheet" }).click();
    expect(await page.locator(".teams-sheet h3").allInnerTexts()).toEqual(["Amber", "Birch", "Coral"]);
    const words = await page.locator(".teams-sheet").innerText();
    for (const secret of secrets("amber")) expect(words).not.toContain(secret);
    for (const vendor of ["Amber", "Birch"]) {
      const field = page.getByLabel(`${vendor} Main, input price`, { exact: true });
      await field.fill("4");
      await field.blur();
    }
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Play the quarter with these" }).click();
    await expect.poll(() => heading(page)).toBe("Quarter 2 of 4");
    expect(await page.locator(".news").innerText()).toMatch(/Amber: Main 8\.00 \/ 16\.0 → 4\.00 \/ 16\.0/);
    expect(await page.locator(".aim").innerText()).toBe("Goal: Profit of all quarters together.");
    await page.getByRole("button", { name: "New game" }).click();
    await page.getByRole("alert").getByRole("button", { name: "Play on" }).click();
    expect(await heading(page)).toBe("Quarter 2 of 4");
    await page.getByRole("button", { name: "New game" }).click();
    await page.getByRole("alert").getByRole("button", { name: "End it" }).click();
    await expect.poll(() => heading(page)).toBe("Play a vendor");
    expect(errors).toEqual([]);
  });

  it("see no decisions of others by saving or in Explore before the end: saving warns first", async () => {
    const { page, errors } = await openPage(browser, "play");
    await teams(page, 2);
    await page.locator(".curtain .primary").waitFor();
    expect(await page.getByRole("button", { name: "Open in Explore" }).count()).toBe(0);
    const saved: string[] = [];
    page.on("download", (file) => saved.push(file.suggestedFilename()));
    await page.getByRole("button", { name: "Save as a file" }).click();
    await page.getByRole("alert").getByText("all that every team has decided").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Do not save" }).click();
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    expect(saved).toEqual([]);
    await page.getByRole("button", { name: "Save as a file" }).click();
    await page.getByRole("button", { name: "Save it" }).click();
    await expect.poll(() => saved).toEqual(["level-field-game.yaml"]);
    expect(errors).toEqual([]);
  });

  it("are up to six, each entering once; all are ranked, with no axe violation or sideways scroll", async () => {
    const { page, errors } = await openPage(browser, "play");
    await teams(page, 6);
    for (let team = 0; team < 6; team++) {
      await page.locator(".curtain .primary").click();
      await page.locator(".decide button[type=submit]:enabled").click();
    }
    await expect.poll(() => page.locator(".ranking tbody tr").count()).toBe(6);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Dark theme" }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
