import { expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";

const FEW = ["--agents", "300", "--weeks", "4"];
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
