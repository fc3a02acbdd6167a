import {
  costModels,
  type ParameterTable,
  type Scenario,
  strategies,
  type StrategyChoice,
  withDefaults,
} from "../../../engine/index.ts";
import { productName } from "../../../words/names.ts";
import { NumberRowOf, ParameterForm } from "../../controls/parameter-form.tsx";
import { Picker } from "../../controls/picker.tsx";
import { useSection, useWords } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { applySession } from "../../store/apply.ts";
import { useLanguage } from "../../store/preferences.ts";
import { PlanForm } from "./plan-form.tsx";
import { planWords } from "./plan-words.ts";
import { put } from "./put.ts";
import { TariffForm } from "./tariff-form.tsx";
import { tariffWords } from "./tariff-words.ts";

interface Props {
  readonly id: string;
  readonly base: Scenario; // before any change
}

/** One vendor: how it prices, what serving costs it, how long its money lasts. */
export default function VendorForm({ id, base }: Props) {
  const say = useWords();
  const tariffs = useSection(tariffWords);
  const now = useApp((s) => s.history.now);
  const planned = useSection(planWords);
  const scenario = applySession(base, now);
  const { products } = base.vendors[id];
  const plans = Object.keys(products).filter((product) => products[product].plan);
  return (
    <>
      <StrategyForm id={id} base={base} scenario={scenario} />
      <h3>{tariffs("title")}</h3>
      {Object.keys(base.vendors[id].products)
        .filter((product) => base.vendors[id].products[product].price.input !== undefined)
        .map((product) => (
          <TariffForm key={product} vendor={id} product={product} base={base} scenario={scenario} />
        ))}
      {plans.length > 0 && <h3>{planned("title")}</h3>}
      {plans.map((product) => (
        <PlanForm key={product} vendor={id} product={product} base={base} scenario={scenario} />
      ))}
      <h3>{say("vendor.costs")}</h3>
      {Object.keys(base.vendors[id].products).map((product) => (
        <CostForm key={product} id={id} product={product} base={base} scenario={scenario} />
      ))}
      <h3>{say("vendor.cash")}</h3>
      <CashForm id={id} base={base} scenario={scenario} />
    </>
  );
}

type FormProps = Props & { readonly scenario: Scenario };

/** Strategies that need more than numbers (a dated list) are set on the event strip, not here. */
const isFormed = (table: ParameterTable) =>
  Object.values(table).every((p) => p.type !== "schedule" || p.default !== undefined);

function StrategyForm({ id, base, scenario }: FormProps) {
  const say = useWords();
  const path = `vendors.${id}.strategy`;
  const [own, now] = [base.vendors[id].strategy, scenario.vendors[id].strategy];
  const { parameters } = strategies.get(now.kind);
  const inForce = (choice: StrategyChoice, s: Scenario) =>
    withDefaults(parameters, s.strategies[choice.kind] ?? {}, choice);
  const options = strategies
    .list()
    .filter((s) => s.id === now.kind || isFormed(s.parameters))
    .map((s) => ({ id: s.id, text: say(s.label), detail: say(s.description) }));
  return (
    <>
      <Picker
        label={say("vendor.strategy")}
        options={options}
        value={now.kind}
        onChange={(kind) => kind !== now.kind && put(path, kind === own.kind ? own : { kind }, own)}
      />
      <ParameterForm
        table={parameters}
        values={inForce(now, scenario)}
        usual={inForce(own.kind === now.kind ? own : { kind: now.kind }, base)}
        onChange={(name, value) => put(path, { ...now, [name]: value }, own)}
      />
    </>
  );
}

function CostForm({ id, product, base, scenario }: FormProps & { readonly product: string }) {
  const lang = useLanguage();
  const path = `vendors.${id}.products.${product}.cost`;
  const [own, now] = [base.vendors[id].products[product].cost, scenario.vendors[id].products[product].cost];
  const { parameters } = costModels.get(now.kind);
  return (
    <details>
      <summary>{productName(base, `${id}.${product}`, lang)}</summary>
      <ParameterForm
        table={parameters}
        values={withDefaults(parameters, now)}
        usual={withDefaults(parameters, own)}
        onChange={(name, value) => put(path, { ...now, [name]: value }, own)}
      />
    </details>
  );
}

const FIRST_CASH = 1e9; // of a vendor that had no limit

function CashForm({ id, base, scenario }: FormProps) {
  const say = useWords();
  const [own, now] = [base.vendors[id], scenario.vendors[id]];
  const [cash, outlays] = [`vendors.${id}.cash`, `vendors.${id}.outlays`];
  return (
    <div className="form">
      <label className="form-row">
        <span>{say("vendor.purse")}</span>
        <input
          type="checkbox"
          checked={now.cash === null}
          onChange={(e) => put(cash, e.target.checked ? null : (own.cash ?? FIRST_CASH), own.cash)}
        />
      </label>
      {now.cash !== null && (
        <NumberRowOf
          label={say("vendor.cash")}
          unit="money"
          range={[0, 1e13]}
          value={now.cash}
          usual={own.cash ?? FIRST_CASH}
          onChange={(x) => put(cash, x, own.cash)}
        />
      )}
      <NumberRowOf
        label={say("vendor.outlays")}
        unit="money"
        range={[0, 1e12]}
        value={now.outlays}
        usual={own.outlays}
        onChange={(x) => put(outlays, x, own.outlays)}
      />
    </div>
  );
}
