// How long the SQL panel takes for each ready question, in a real Chromium on the built app. Prints; asserts nothing.
//   npm run build && npx tsx bench/app/sql.ts
import { openApp } from "./served.ts";

const { page, close } = await openApp(() => Promise.resolve());
await page.goto(`${page.url()}?page=uncertainty`);
const section = page.getByRole("region", { name: "Ask in SQL" });
await section.getByRole("button", { name: /Open/ }).click();
const ask = section.getByRole("button", { name: "Ask" });
await ask.waitFor({ timeout: 300_000 });
for (let question = 0; question < 5; question++) {
  await section.getByRole("button", { name: /Ready question/ }).click();
  await page.getByRole("option").nth(question).click();
  await ask.click();
  const told = section.locator("output").filter({ hasText: /rows, from/ });
  await told.waitFor();
  console.log(`question ${question + 1}: ${await told.innerText()}`);
}
await close();
