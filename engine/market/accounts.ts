import type { Vendor } from "../scenario/scenario.ts";
import type { Market, Model, VendorState } from "../model/market.ts";
import type { Accounts } from "../model/vendor.ts";

const QUARTER_DAYS = 91;

/** Before the first quarter is out, people know a vendor's cash and count on the spending it has announced. */
export const firstAccounts = (
  { cash, purse }: Vendor,
  { outlays, research }: Pick<VendorState, "outlays" | "research">,
): Accounts => ({
  day: 0,
  money: (cash ?? Infinity) + purse,
  burn: outlays + (research?.base ?? 0),
  raised: 0,
});

/** Every quarter each vendor publishes what it has and what the quarter cost. */
export function publishAccounts(model: Model, market: Market): void {
  const today = market.day + model.tickDays;
  for (const { accounts, cash, purse, funding } of market.vendors) {
    if (today - accounts.day < QUARTER_DAYS) continue;
    const raised = funding?.raised ?? 0;
    const money = cash + purse;
    const spent = accounts.money === Infinity ? 0 : accounts.money + (raised - accounts.raised) - money;
    accounts.burn = (spent * 7) / (today - accounts.day);
    accounts.day = today;
    accounts.money = money;
    accounts.raised = raised;
  }
}

/** Weeks the published money lasts at the published burn, as seen on a later day. */
export function runway({ day, money, burn }: Accounts, today: number): number {
  if (money === Infinity || burn <= 0) return Infinity;
  return Math.max(0, money / burn - (today - day) / 7);
}
