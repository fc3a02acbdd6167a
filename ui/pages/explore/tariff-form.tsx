import { PriceSteps } from "../../../charts/marks/price-steps.tsx";
import { inkOf, THEMES } from "../../../charts/theme/theme.ts";
import {
  METER_IDS,
  METERS,
  NO_TARIFF,
  priceByLength,
  type Product,
  type Scenario,
  type Tariff,
} from "../../../engine/index.ts";
import { price as priceText } from "../../../words/format.ts";
import { productName } from "../../../words/names.ts";
import { Fitted } from "../../controls/fitted.tsx";
import { IconButton } from "../../controls/icon-button.tsx";
import { NumberRowOf } from "../../controls/parameter-form.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { weekOfFactors, windowsOf } from "../../store/tariff-week.ts";
import { TariffWeek } from "./tariff-week.tsx";
import { tariffWords } from "./tariff-words.ts";
import "./tariff.css";

interface Props {
  readonly vendor: string;
  readonly product: string;
  readonly base: Scenario;
  readonly scenario: Scenario;
  put(path: string, value: unknown, own: unknown): void;
}

/** A product's price list and how it becomes a bill: meters, batch, a week of hours to paint, steps by prompt length. */
export function TariffForm({ vendor, product, base, scenario, put }: Props) {
  const say = useSection(tariffWords);
  const lang = useLanguage();
  const path = `vendors.${vendor}.products.${product}`;
  const [own, now] = [base.vendors[vendor].products[product], scenario.vendors[vendor].products[product]];
  const set = (change: Partial<Tariff>) =>
    put(`${path}.tariff`, plainest({ ...(now.tariff ?? NO_TARIFF), ...change }), own.tariff);
  const meters = METER_IDS.filter((id) => now.price[id] !== undefined);
  const week = weekOfFactors(now.tariff?.hours ?? null, now.price.input ?? 0);
  return (
    <details className="tariff">
      <summary>{productName(base, `${vendor}.${product}`, lang)}</summary>
      <div className="form">
        {meters.map((id) => (
          <NumberRowOf
            key={id}
            label={`${say("price")} · ${METERS[id].label[lang]}`}
            unit="money/Mtok"
            range={[0, 1e6]}
            value={now.price[id]!}
            usual={own.price[id]!}
            onChange={(x) => put(`${path}.price`, { ...now.price, [id]: x }, own.price)}
          />
        ))}
        <NumberRowOf
          label={say("batch")}
          range={[0, 1]}
          value={now.tariff?.batch ?? 1}
          usual={own.tariff?.batch ?? 1}
          onChange={(x) => set({ batch: x === 1 ? null : x })}
        />
      </div>
      <h4>{say("week")}</h4>
      <TariffWeek
        week={week}
        onPaint={(painted) => set({ hours: hoursOf(now.tariff?.hours ?? null, windowsOf(painted)) })}
      />
      <Steps now={now} onChange={(brackets) => set({ brackets })} vendor={vendor} scenario={scenario} />
    </details>
  );
}

type Hours = Tariff["hours"];

const hoursOf = (before: Hours, windows: NonNullable<Hours>["windows"]): Hours =>
  windows.length === 0 ? null : { zone: before?.zone ?? 8, holidays: before?.holidays ?? [], windows };

/** A tariff that says nothing is none. */
const plainest = (tariff: Tariff): Tariff | null =>
  JSON.stringify(tariff) === JSON.stringify(NO_TARIFF) ? null : tariff;

const STEPS_HEIGHT = 120;

interface StepsProps {
  readonly now: Product;
  readonly vendor: string;
  readonly scenario: Scenario;
  onChange(brackets: Tariff["brackets"]): void;
}

function Steps({ now, vendor, scenario, onChange }: StepsProps) {
  const say = useSection(tariffWords);
  const [lang, mode] = [useLanguage(), useMode()];
  const brackets = now.tariff?.brackets ?? null;
  const steps = brackets?.steps ?? [];
  const change = (next: typeof steps) =>
    onChange(next.length === 0 ? null : { by: brackets?.by ?? "prompt", steps: next });
  const points = priceByLength(now);
  const prices = points.map(({ price }) => priceText(price, lang));
  return (
    <>
      <h4>{say("brackets")}</h4>
      <div className="form">
        {steps.map((step, k) => (
          <div className="step" key={`${k} ${step.above}`}>
            <NumberRowOf
              label={say("above")}
              unit="tok"
              range={[1, 1e7]}
              whole
              value={step.above}
              usual={step.above}
              onChange={(above) => change(steps.with(k, { ...step, above }))}
            />
            <NumberRowOf
              label={say("times")}
              range={[0, 100]}
              value={step.times ?? points.at(-1)!.price / points[0].price}
              usual={step.times ?? NaN}
              onChange={(times) => change(steps.with(k, { above: step.above, times }))}
            />
            <IconButton icon="close" label={say("remove")} onPress={() => change(steps.toSpliced(k, 1))} />
          </div>
        ))}
        <button
          type="button"
          className="quiet"
          onClick={() => change([...steps, { above: (steps.at(-1)?.above ?? 16_000) * 2, times: 2 }])}
        >
          {say("add")}
        </button>
      </div>
      {steps.length > 0 && (
        <Fitted height={STEPS_HEIGHT}>
          {(width) => (
            <PriceSteps
              points={points}
              width={width}
              height={STEPS_HEIGHT}
              ink={inkOf(vendor, Object.keys(scenario.vendors).indexOf(vendor), mode)}
              theme={THEMES[mode]}
              summary={say("steps", { low: prices[0], high: prices.at(-1)! })}
              label={(x) => priceText(x, lang)}
              length={(t) => `${t / 1000}k`}
            />
          )}
        </Fitted>
      )}
    </>
  );
}
