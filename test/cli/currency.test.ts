import { expect, test } from "vitest";
import { pricewar, UNSETTLED } from "../support/cli.ts";

const FEW = ["--agents", "300", "--weeks", "4", ...UNSETTLED];
const json = async (...words: string[]) =>
  JSON.parse((await pricewar(["run", "today", ...FEW, "--json", ...words])).stdout);

test("run shows amounts in the reader's money and simulates the same bits", async () => {
  const [own, yuan] = [await json(), await json("--currency", "CNY")];
  expect([own.currency, yuan.currency]).toEqual(["USD", "CNY"]);
  expect(yuan.fingerprint).toBe(own.fingerprint);
  expect(yuan.vendors[0].revenue[2]).toBeCloseTo(own.vendors[0].revenue[2] / 0.15, 3);
  expect(yuan.vendors[0].tokenShare).toEqual(own.vendors[0].tokenShare);
  const { stdout } = await pricewar(["run", "today", ...FEW, "--currency", "人民币", "--lang", "zh"]);
  expect(stdout).toContain("1 USD = 6.667 CNY");
});

test("a currency without a rate, and what is none, are refused by name with what would help", async () => {
  const refused = async (currency: string) => (await pricewar(["run", "today", ...FEW, "--currency", currency])).stderr;
  expect(await refused("EUR")).toContain("--set fx.EUR=");
  expect(await refused("shells")).toContain("“shells” is no currency");
});

const RATE = 0.15; // dollars a yuan, in today's market

test.each([
  ["bill", ["today", "deepseek.v4-flash"], ["total", "perTask", "lines.0.amount", "lines.0.price"], []],
  ["elasticity", ["today", ...FEW], ["products.0.price.median"], ["market.own.median", "products.0.own.median"]],
  ["equilibrium", ["today", ...FEW], ["products.0.nash", "products.0.cartel", "products.0.unitCost"], ["gain"]],
  ["explain", ["today", ...FEW, "-n", "1"], ["index.priceTo", "products.0.symmetric.technology"], ["growth.0.to"]],
  ["explain", ["today", ...FEW, "--paid", "google"], ["paid.from", "paid.tier"], []],
  ["explain", ["today", ...FEW, "-n", "2", "--worth", "google"], ["worth.cells.cut/react.profit"], ["worth.belowCost"]],
])("%s shows its money, and nothing else, in the reader's", async (verb, words, money, others) => {
  const [own, yuan] = await Promise.all(
    [[], ["--currency", "CNY"]].map(async (asked) =>
      JSON.parse((await pricewar([verb, ...words, "--json", ...asked])).stdout),
    ),
  );
  const at = (found: unknown, path: string) =>
    path.split(".").reduce((x, key) => (x as Record<string, unknown>)[key], found) as number;
  for (const path of money) expect(at(yuan, path) * RATE, path).toBeCloseTo(at(own, path), 9);
  for (const path of others) expect(at(yuan, path), path).toBe(at(own, path));
});

test("under amounts in another money stands the rate, in the reader's language", async () => {
  const words = ["bill", "today", "deepseek.v4-flash", "--currency", "CNY"];
  const { stdout } = await pricewar([...words, "--lang", "zh"]);
  expect(stdout).toContain("元/百万 token");
  expect(stdout).toContain("1 USD = 6.667 CNY");
  expect((await pricewar(["explain", "today", ...FEW, "--currency", "shells"])).stderr).toContain("is no currency");
});
