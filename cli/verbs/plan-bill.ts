import type { Language, PlanBill } from "../../engine/index.ts";
import { say, type Said, type Text } from "../../engine/text/text.ts";
import { amount, number, percent } from "../../words/format.ts";
import { plainTable } from "../terminal.ts";
import { TAX, TOTAL, WINDOWS } from "./bill-words.ts";

interface Shown {
  readonly currency: string;
  readonly rate: number; // of the reader's money
  readonly lang: Language;
}

/** A month under a plan: its fee, how its quotas meet the work, what lies beyond. */
export function planBillText(bill: PlanBill, { currency, rate, lang }: Shown): string {
  const due = (x: number) => amount(x * rate, currency, lang);
  const table = plainTable(say(HEAD, lang), [1]);
  table.push([say(FEE, lang)(bill.seats), due(bill.fee)]);
  if (bill.overage > 0) table.push([say(OVERAGE, lang), due(bill.overage)]);
  if (bill.tax > 0) table.push([say(TAX, lang), due(bill.tax)]);
  table.push([say(TOTAL, lang), due(bill.total)]);
  const words = say(QUOTA, lang);
  const quotas = bill.quotas.map(({ tokens, every, busiest }) =>
    words({ tokens: number(tokens), every: say(WINDOWS[every], lang), use: number(busiest) }),
  );
  const part = bill.asked > 0 ? bill.included / bill.asked : 1;
  const rest = part < 1 ? say(BEYOND, lang)[bill.beyond](percent(1 - part)) : say(ENOUGH, lang);
  return [table.toString(), ...quotas, say(INCLUDED, lang)(number(bill.included), number(bill.asked)) + rest].join(
    "\n",
  );
}

const HEAD: Said<readonly string[]> = { en: ["a month under the plan", "amount"], zh: ["套餐一个月", "金额"] };
const FEE: Said<(seats: number) => string> = {
  en: (seats) => (seats === 1 ? "Fee" : `Fee, ${number(seats)} seats`),
  zh: (seats) => (seats === 1 ? "套餐费" : `套餐费（${number(seats)} 席）`),
};
const OVERAGE: Text = { en: "Beyond the quota, by the token", zh: "超出额度，按量计费" };
const QUOTA: Said<(q: { tokens: string; every: string; use: string }) => string> = {
  en: ({ tokens, every, use }) => `Quota of ${tokens} Mtok ${every}; the busiest one asks for ${use}.`,
  zh: ({ tokens, every, use }) => `额度${every} ${tokens} 百万 token；最忙时需要 ${use}。`,
};
const INCLUDED: Said<(included: string, asked: string) => string> = {
  en: (included, asked) => `The fee pays ${included} of ${asked} Mtok`,
  zh: (included, asked) => `套餐费包含 ${asked} 百万 token 中的 ${included}`,
};
const ENOUGH: Text = { en: ": all of it.", zh: "，全部够用。" };
const BEYOND: Said<Readonly<Record<PlanBill["beyond"], (part: string) => string>>> = {
  en: {
    stop: (part) => `; the other ${part} is not done.`,
    slow: (part) => `; the other ${part} is done slowly.`,
    pay: (part) => `; the other ${part} is billed by the token.`,
  },
  zh: {
    stop: (part) => `，其余 ${part} 无法完成。`,
    slow: (part) => `，其余 ${part} 降速完成。`,
    pay: (part) => `，其余 ${part} 按量计费。`,
  },
};
