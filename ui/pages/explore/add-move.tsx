import { useState } from "react";
import { meterOf } from "../../../charts/data/lanes.ts";
import type { Meter } from "../../../engine/index.ts";
import { PER, QUOTED } from "../../../words/format.ts";
import { fullName, vendorName } from "../../../words/names.ts";
import { DateField } from "../../controls/date-field.tsx";
import { useSection, useWords } from "../../i18n/index.ts";
import { edit } from "../../store/app.ts";
import { newCut, posted } from "../../store/edit-moves.ts";
import { changedBy, pricedOn } from "../../store/paste-moves.ts";
import { useLanguage } from "../../store/preferences.ts";
import { addCuts, addEvent, type Cut, followScript } from "../../store/session.ts";
import { useRun } from "./chart-data.ts";
import { PriceField } from "./move-fields.tsx";
import { moveWords } from "./move-words.ts";

/** As prices of its kind are quoted: per million tokens, a month, a second. */
const quoted = (x: number, meter: Meter) => (meter === "token" ? x : posted(x * QUOTED[meter]));

/** What a form is about: one product, or all of a vendor, all of a tier of it. */
function productsIn(scope: string, scenario: ReturnType<typeof useRun>["scenario"]): string[] {
  const [vendor, tier] = scope.split("/");
  const products = scenario.vendors[vendor]?.products;
  if (!products || vendor.includes(".")) return [scope];
  return Object.keys(products)
    .filter((p) => tier === undefined || products[p].tier === tier)
    .map((p) => `${vendor}.${p}`);
}

type Draft = { readonly input?: number; readonly output?: number };

/** A move on its way: of what, when, to which prices. */
function useDraft() {
  const { scenario, recording } = useRun();
  const { dates } = recording;
  const [scope, setScope] = useState(recording.productIds[0]);
  const [date, setDate] = useState(dates[Math.min(dates.length - 1, 140)]);
  const [price, setPrice] = useState<Draft>({});
  const products = productsIn(scope, scenario);
  const [product] = products;
  const vendor = product.split(".")[0];
  const now = pricedOn(recording, product, date);
  const cut: Cut = { ...newCut(recording, product, Math.max(0, dates.indexOf(date))), date, ...price };
  const meter = meterOf(recording, product);
  const percent = now.input > 0 ? Math.round(1000 * (1 - cut.input / now.input)) / 10 : 0;
  const cuts = (): Cut[] =>
    products.length === 1
      ? [cut]
      : products.map((id) => ({ date, product: id, ...changedBy(pricedOn(recording, id, date), -percent) }));
  const aboutScope = (id: string) => (setScope(id), setPrice({}));
  const onDate = (day: string) => (setDate(day), setPrice({}));
  return { scope, date, cut, percent, products, vendor, now, meter, cuts, price, setPrice, aboutScope, onDate };
}

/** A cut of any product, tier or vendor on any day: by per cent, or to prices. A fifth off to begin with. */
export function AddForm() {
  const say = useWords();
  const words = useSection(moveWords);
  const { scenario, recording } = useRun();
  const lang = useLanguage();
  const { dates } = recording;
  const draft = useDraft();
  const { scope, date, cut, percent, products, vendor, now, meter, cuts } = draft;
  const [only, setOnly] = useState(false);
  const [told, setTold] = useState("");
  return (
    <form
      className="add-move"
      aria-label={say("strip.add")}
      onSubmit={(e) => {
        e.preventDefault();
        const made = cuts();
        edit((s) => (only ? addEvent(addCuts(s, made), followScript(vendor, date)) : addCuts(s, made)));
        setTold(words("added", { n: made.length }));
        draft.setPrice({});
      }}
    >
      <label>
        {say("strip.product")}
        <ScopeSelect value={scope} onChange={draft.aboutScope} />
      </label>
      <label>
        {say("strip.date")}
        <DateField
          label={say("strip.date")}
          value={date}
          first={dates[0]}
          last={dates[dates.length - 1]}
          onChange={draft.onDate}
        />
      </label>
      <label>
        {words("cutBy")}
        <PriceField
          label={words("cutBy")}
          value={percent}
          onChange={(x) => draft.setPrice(changedBy(now, -Math.min(100, x)))}
        />
      </label>
      {products.length === 1 && (
        <Prices cut={cut} meter={meter} onChange={(next) => draft.setPrice({ ...draft.price, ...next })} />
      )}
      <button type="submit" className="button primary">
        {say("strip.add")}
      </button>
      <label className="only">
        <input type="checkbox" checked={only} onChange={(e) => setOnly(e.target.checked)} />
        {words("only", { name: vendorName(scenario, vendor, lang) })}
      </label>
      <output>{told}</output>
    </form>
  );
}

interface PricesProps {
  readonly cut: Cut;
  readonly meter: Meter;
  onChange(price: { input?: number; output?: number }): void;
}

function Prices({ cut, meter, onChange }: PricesProps) {
  const say = useWords();
  return (
    <>
      <label>
        {say("strip.input")}
        {meter !== "token" && ` ${say(PER[meter])}`}
        <PriceField
          label={say("strip.input")}
          value={quoted(cut.input, meter)}
          onChange={(input) => onChange({ input: input / QUOTED[meter] })}
        />
      </label>
      {meter === "token" && (
        <label>
          {say("strip.output")}
          <PriceField label={say("strip.output")} value={cut.output} onChange={(output) => onChange({ output })} />
        </label>
      )}
    </>
  );
}

interface SelectProps {
  readonly value: string;
  onChange(id: string): void;
}

/** Products under their vendors, with each tier that has several, and all of a vendor. */
function ScopeSelect({ value, onChange }: SelectProps) {
  const say = useSection(moveWords);
  const lang = useLanguage();
  const { scenario } = useRun();
  return (
    <select value={value} onChange={(e) => onChange(e.target.value)}>
      {Object.entries(scenario.vendors).map(([v, { products }]) => {
        const name = vendorName(scenario, v, lang);
        const tiers = Object.values(products).map((p) => p.tier);
        const several = [...new Set(tiers)].filter((tier) => tiers.filter((t) => t === tier).length > 1);
        return (
          <optgroup key={v} label={name}>
            {Object.keys(products).map((p) => (
              <option key={p} value={`${v}.${p}`}>
                {fullName(scenario, `${v}.${p}`, lang)}
              </option>
            ))}
            {several.map((tier) => (
              <option key={tier} value={`${v}/${tier}`}>
                {say("tierOf", { name, tier: String(tier) })}
              </option>
            ))}
            {tiers.length > 1 && <option value={v}>{say("whole", { name })}</option>}
          </optgroup>
        );
      })}
    </select>
  );
}
