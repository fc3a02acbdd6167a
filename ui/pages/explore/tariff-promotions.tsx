import type { Clock, Product, Tariff } from "../../../engine/index.ts";
import { DateField } from "../../controls/date-field.tsx";
import { useSection } from "../../i18n/index.ts";
import { NumberRows } from "./number-rows.tsx";
import { tariffWords } from "./tariff-words.ts";

type Promotions = Tariff["promotions"];
type Promotion = Promotions[number];

const LAST = "2099-12-31"; // a printed end may lie beyond the days that are simulated

interface Props {
  readonly now: Product;
  readonly clock: Clock;
  onChange(promotions: Promotions): void;
}

/** Prices for a while: from a day to the end that was announced, and to the one it had in the end. */
export function TariffPromotions({ now, clock, onChange }: Props) {
  const say = useSection(tariffWords);
  const dates = (row: Promotion, change: (next: Promotion) => void) => {
    const [from, until] = [row.from ?? clock.start, row.until ?? clock.end];
    const field = (label: string, value: string, first: string, put: (day: string) => Promotion) => (
      <label className="form-row">
        <span>{label}</span>
        <DateField label={label} value={value} first={first} last={LAST} onChange={(day) => change(put(day))} />
      </label>
    );
    return (
      <>
        {field(say("from"), from, "2000-01-01", (day) => ({ ...row, from: day, until: day > until ? day : until }))}
        {field(say("until"), until, from, (day) => ({ ...row, from, until: day }))}
        {field(say("ended"), row.ended ?? until, from, (day) => ({ ...row, ended: day === until ? null : day }))}
      </>
    );
  };
  return (
    <>
      <h4>{say("promotions")}</h4>
      <NumberRows<Promotion>
        rows={now.tariff?.promotions ?? []}
        columns={[
          {
            label: say("times"),
            range: [0, 100],
            of: (row) => timesOf(row, now),
            with: ({ from, until, ended }, times) => ({ from, until, ended, times }),
          },
        ]}
        add={say("addPromotion")}
        remove={say("removePromotion")}
        fresh={() => ({ from: clock.start, until: clock.end, ended: null, times: 0.5 })}
        onChange={onChange}
        more={dates}
      />
    </>
  );
}

/** A promotion with prices of its own, as a factor on the list. */
function timesOf({ times, price }: Promotion, { price: list }: Product): number {
  if (times !== undefined) return times;
  return price?.input !== undefined && list.input ? price.input / list.input : 1;
}
