import { inkOf } from "../../../charts/theme/theme.ts";
import { METER_IDS, METERS, NO_TARIFF, type Scenario, type Tariff } from "../../../engine/index.ts";
import { productName } from "../../../words/names.ts";
import { NumberRowOf } from "../../controls/parameter-form.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { weekOfFactors, windowsOf } from "../../store/tariff-week.ts";
import { put } from "./put.ts";
import { TariffPromotions } from "./tariff-promotions.tsx";
import { TariffSteps } from "./tariff-steps.tsx";
import { TariffVolume } from "./tariff-volume.tsx";
import { TariffWeek } from "./tariff-week.tsx";
import { tariffWords } from "./tariff-words.ts";
import "./tariff.css";

interface Props {
  readonly vendor: string;
  readonly product: string;
  readonly base: Scenario;
  readonly scenario: Scenario;
}

/** A product's list and how it becomes a bill: meters, batch, hours, prompt lengths, promotions, volume. */
export function TariffForm({ vendor, product, base, scenario }: Props) {
  const say = useSection(tariffWords);
  const lang = useLanguage();
  const path = `vendors.${vendor}.products.${product}`;
  const [own, now] = [base.vendors[vendor].products[product], scenario.vendors[vendor].products[product]];
  const set = (change: Partial<Tariff>) =>
    put(`${path}.tariff`, plainest({ ...(now.tariff ?? NO_TARIFF), ...change }), own.tariff);
  const meters = METER_IDS.filter((id) => now.price[id] !== undefined);
  const ink = inkOf(vendor, Object.keys(scenario.vendors).indexOf(vendor), useMode());
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
      <TariffSteps now={now} onChange={(brackets) => set({ brackets })} ink={ink} />
      <TariffPromotions now={now} clock={scenario.clock} onChange={(promotions) => set({ promotions })} />
      <TariffVolume volume={now.tariff?.volume ?? null} onChange={(volume) => set({ volume })} />
    </details>
  );
}

type Hours = Tariff["hours"];

const hoursOf = (before: Hours, windows: NonNullable<Hours>["windows"]): Hours =>
  windows.length === 0 ? null : { zone: before?.zone ?? 8, holidays: before?.holidays ?? [], windows };

/** A tariff that says nothing is none. */
const plainest = (tariff: Tariff): Tariff | null =>
  JSON.stringify(tariff) === JSON.stringify(NO_TARIFF) ? null : tariff;
