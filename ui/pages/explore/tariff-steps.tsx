import { PriceSteps } from "../../../charts/marks/price-steps.tsx";
import { type Ink, THEMES } from "../../../charts/theme/theme.ts";
import { priceByLength, type Product, type Tariff } from "../../../engine/index.ts";
import { price as priceText, priceUnit } from "../../../words/format.ts";
import { Fitted } from "../../controls/fitted.tsx";
import { IconButton } from "../../controls/icon-button.tsx";
import { NumberRowOf } from "../../controls/parameter-form.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { Select } from "./select.tsx";
import { tariffWords } from "./tariff-words.ts";

const HEIGHT = 120;
const WAYS = ["prompt", "marginal"] as const;

interface Props {
  readonly now: Product;
  readonly currency: string;
  readonly ink: Ink;
  onChange(brackets: Tariff["brackets"]): void;
}

/** Steps of the price by prompt length, and what they come to as a picture. */
export function TariffSteps({ now, currency, ink, onChange }: Props) {
  const say = useSection(tariffWords);
  const brackets = now.tariff?.brackets ?? null;
  const steps = brackets?.steps ?? [];
  const change = (next: readonly Step[]) =>
    onChange(next.length === 0 ? null : { by: brackets?.by ?? "prompt", steps: next });
  return (
    <>
      <h4>{say("brackets")}</h4>
      <div className="form">
        {steps.map((step, k) => (
          <StepRow
            key={`${k} ${step.above}`}
            step={step}
            times={step.times ?? timesOf(now, step.above)}
            onChange={(next) => change(next === null ? steps.toSpliced(k, 1) : steps.with(k, next))}
          />
        ))}
        <button
          type="button"
          className="quiet"
          onClick={() => change([...steps, { above: (steps.at(-1)?.above ?? 16_000) * 2, times: 2 }])}
        >
          {say("add")}
        </button>
      </div>
      {brackets && (
        <div className="form">
          <Select
            label={say("by")}
            options={WAYS.map((by) => [by, say(by)])}
            value={brackets.by}
            onChange={(by) => onChange({ ...brackets, by })}
          />
        </div>
      )}
      {steps.length > 0 && <Picture now={now} currency={currency} ink={ink} />}
    </>
  );
}

type Step = NonNullable<Tariff["brackets"]>["steps"][number];

/** What a step with prices of its own is over the list, just beyond its edge. */
function timesOf(product: Product, above: number): number {
  const points = priceByLength(product);
  return (points.find(({ tokens }) => tokens > above) ?? points.at(-1)!).price / points[0].price;
}

interface RowProps {
  readonly step: Step;
  readonly times: number;
  onChange(step: Step | null): void;
}

function StepRow({ step, times, onChange }: RowProps) {
  const say = useSection(tariffWords);
  return (
    <div className="step">
      <NumberRowOf
        label={say("above")}
        unit="tok"
        range={[1, 1e7]}
        whole
        value={step.above}
        usual={step.above}
        onChange={(above) => onChange({ ...step, above })}
      />
      <NumberRowOf
        label={say("times")}
        range={[0, 100]}
        value={times}
        usual={times}
        onChange={(x) => onChange({ above: step.above, times: x })}
      />
      <IconButton icon="close" label={say("remove")} onPress={() => onChange(null)} />
    </div>
  );
}

function Picture({ now, currency, ink }: Pick<Props, "now" | "currency" | "ink">) {
  const say = useSection(tariffWords);
  const [lang, mode] = [useLanguage(), useMode()];
  const points = priceByLength(now);
  const said = (x: number) => priceText(x, lang);
  return (
    <>
      <p className="sub">{say("byLength", { unit: priceUnit(currency, lang) })}</p>
      <Fitted height={HEIGHT}>
        {(width) => (
          <PriceSteps
            points={points}
            width={width}
            height={HEIGHT}
            ink={ink}
            theme={THEMES[mode]}
            summary={say("steps", { low: said(points[0].price), high: said(points.at(-1)!.price) })}
            label={said}
            length={(t) => `${t / 1000}k`}
          />
        )}
      </Fitted>
    </>
  );
}
