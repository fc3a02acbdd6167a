import { inkOf } from "../../../charts/theme/theme.ts";
import { METER_IDS, METERS, NO_TARIFF, type Product, type Scenario, type Tariff } from "../../../engine/index.ts";
import { productName } from "../../../words/names.ts";
import { NumberRowOf } from "../../controls/parameter-form.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { put } from "./put.ts";
import { TariffHours } from "./tariff-hours.tsx";
import { TariffPromotions } from "./tariff-promotions.tsx";
import { TariffSteps } from "./tariff-steps.tsx";
import { TariffVolume } from "./tariff-volume.tsx";
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
  const lang = useLanguage();
  const path = `vendors.${vendor}.products.${product}`;
  const [own, now] = [base.vendors[vendor].products[product], scenario.vendors[vendor].products[product]];
  const set = (change: Partial<Tariff>) =>
    put(`${path}.tariff`, plainest({ ...(now.tariff ?? NO_TARIFF), ...change }), own.tariff);
  const ink = inkOf(vendor, Object.keys(scenario.vendors).indexOf(vendor), useMode());
  const { clock, currency } = scenario;
  return (
    <details className="tariff">
      <summary>{productName(base, `${vendor}.${product}`, lang)}</summary>
      <Meters own={own} now={now} setPrice={(price) => put(`${path}.price`, price, own.price)} onChange={set} />
      <TariffHours now={now} clock={clock} currency={currency} onChange={(hours) => set({ hours })} />
      <TariffSteps now={now} currency={currency} onChange={(brackets) => set({ brackets })} ink={ink} />
      <TariffPromotions now={now} clock={clock} onChange={(promotions) => set({ promotions })} />
      <TariffVolume volume={now.tariff?.volume ?? null} onChange={(volume) => set({ volume })} />
    </details>
  );
}

interface MetersProps {
  readonly own: Product; // before any change
  readonly now: Product;
  setPrice(price: Product["price"]): void;
  onChange(change: Partial<Tariff>): void;
}

/** What is billed, and at what: list prices by meter, batch, how tokens are counted, pieces. */
function Meters({ own, now, setPrice, onChange }: MetersProps) {
  const say = useSection(tariffWords);
  const lang = useLanguage();
  const [usual, tariff] = [own.tariff ?? NO_TARIFF, now.tariff ?? NO_TARIFF];
  return (
    <div className="form">
      {METER_IDS.filter((id) => now.price[id] !== undefined).map((id) => (
        <NumberRowOf
          key={id}
          label={`${say("price")} · ${METERS[id].label[lang]}`}
          unit="money/Mtok"
          range={[0, 1e6]}
          value={now.price[id]!}
          usual={own.price[id]!}
          onChange={(x) => setPrice({ ...now.price, [id]: x })}
        />
      ))}
      <NumberRowOf
        label={say("batch")}
        range={[0, 1]}
        value={tariff.batch ?? 1}
        usual={usual.batch ?? 1}
        onChange={(x) => onChange({ batch: x === 1 ? null : x })}
      />
      <NumberRowOf
        label={say("tokenizer")}
        range={[0.1, 10]}
        value={tariff.tokenizer}
        usual={usual.tokenizer}
        onChange={(tokenizer) => onChange({ tokenizer })}
      />
      {PIECES.map((piece) => (
        <NumberRowOf
          key={piece}
          label={say(piece)}
          unit="money"
          range={[0, 1e6]}
          value={tariff.per[piece]}
          usual={usual.per[piece]}
          onChange={(x) => onChange({ per: { ...tariff.per, [piece]: x } })}
        />
      ))}
    </div>
  );
}

const PIECES = ["request", "call", "image"] as const;

/** A tariff that says nothing is none. */
const plainest = (tariff: Tariff): Tariff | null =>
  JSON.stringify(tariff) === JSON.stringify(NO_TARIFF) ? null : tariff;
