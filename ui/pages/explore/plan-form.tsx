import { type Product, type Scenario, WINDOWS } from "../../../engine/index.ts";
import { productName } from "../../../words/names.ts";
import { NumberRowOf } from "../../controls/parameter-form.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { put } from "./put.ts";
import { addWords } from "./add-words.ts";
import { NumberRows } from "./number-rows.tsx";
import { windowWords } from "../../../words/window-words.ts";
import { planWords } from "./plan-words.ts";
import { Select } from "./select.tsx";

type Plan = NonNullable<Product["plan"]>;
type Quota = Plan["quota"][number];
type Cover = Plan["covers"][number];

const ENDS = ["stop", "slow", "pay"] as const;

interface Props {
  readonly vendor: string;
  readonly product: string;
  readonly base: Scenario;
  readonly scenario: Scenario;
}

/** A plan by the month: its fee, the quota of each window, what happens at the limit, the models it covers. */
export function PlanForm({ vendor, product, base, scenario }: Props) {
  const say = useSection(planWords);
  const add = useSection(addWords);
  const lang = useLanguage();
  const path = `vendors.${vendor}.products.${product}`;
  const [own, now] = [base.vendors[vendor].products[product], scenario.vendors[vendor].products[product]];
  const plan = now.plan!;
  const set = (change: Partial<Plan>) => put(`${path}.plan`, { ...plan, ...change }, own.plan);
  const amount = (label: string, unit: string, value: number, onChange: (x: number) => void) => (
    <NumberRowOf label={label} unit={unit} range={[0, 1e9]} value={value} usual={value} onChange={onChange} />
  );
  const overage = (x: Partial<Plan["overage"]>) => set({ overage: { ...plan.overage, ...x } });
  return (
    <details className="tariff">
      <summary>{productName(scenario, `${vendor}.${product}`, lang)}</summary>
      <div className="form">
        {amount(add("fee"), "money/month", now.price.month ?? 0, (month) =>
          put(`${path}.price`, { ...now.price, month }, own.price),
        )}
        <Select
          label={add("beyond")}
          options={ENDS.map((id) => [id, id === "pay" ? say("pay") : add(id)])}
          value={plan.beyond}
          onChange={(beyond) => set({ beyond })}
        />
        {plan.beyond === "slow" && amount(say("slow"), "1", plan.slow, (slow) => set({ slow }))}
        {plan.beyond === "pay" && amount(add("input"), "money/Mtok", plan.overage.input, (input) => overage({ input }))}
        {plan.beyond === "pay" &&
          amount(add("output"), "money/Mtok", plan.overage.output, (output) => overage({ output }))}
      </div>
      <h4>{say("quota")}</h4>
      <Quotas quota={plan.quota} onChange={(quota) => set({ quota })} />
      <h4>{say("covers")}</h4>
      <Covers vendor={vendor} scenario={scenario} covers={plan.covers} onChange={(covers) => set({ covers })} />
    </details>
  );
}

function Quotas({ quota, onChange }: Pick<Plan, "quota"> & { onChange(quota: Plan["quota"]): void }) {
  const say = useSection(planWords);
  const windows = useSection(windowWords);
  const names = Object.keys(WINDOWS) as Quota["every"][];
  const period = (row: Quota, change: (next: Quota) => void) => (
    <Select
      label={say("every")}
      options={names.map((id) => [id, windows(id)])}
      value={row.every}
      onChange={(every) => change({ ...row, every })}
    />
  );
  return (
    <NumberRows<Quota>
      rows={quota}
      columns={[
        {
          label: say("tokens"),
          unit: "Mtok",
          range: [1e-6, 1e9],
          of: (row) => row.tokens,
          with: (row, tokens) => ({ ...row, tokens }),
        },
      ]}
      add={say("addQuota")}
      remove={say("removeQuota")}
      fresh={(last) => ({ tokens: last ? last.tokens / 4 : 10, every: last ? "5h" : "week" })}
      onChange={onChange}
      more={period}
    />
  );
}

interface CoversProps extends Pick<Plan, "covers">, Pick<Props, "vendor" | "scenario"> {
  onChange(covers: Plan["covers"]): void;
}

function Covers({ vendor, scenario, covers, onChange }: CoversProps) {
  const say = useSection(planWords);
  const lang = useLanguage();
  const { products } = scenario.vendors[vendor];
  const models = Object.keys(products).filter((id) => !products[id].plan);
  if (models.length === 0) return null;
  const model = (row: Cover, change: (next: Cover) => void) => (
    <Select
      label={say("model")}
      options={models.map((id) => [id, productName(scenario, `${vendor}.${id}`, lang)])}
      value={row.product}
      onChange={(product) => change({ ...row, product })}
    />
  );
  const free = models.find((id) => covers.every(({ product }) => product !== id)) ?? models[0];
  return (
    <NumberRows<Cover>
      rows={covers}
      columns={[
        { label: say("burn"), range: [0.001, 1000], of: (row) => row.burn, with: (row, burn) => ({ ...row, burn }) },
      ]}
      add={say("addCover")}
      remove={say("removeCover")}
      fresh={() => ({ product: free, burn: 1 })}
      onChange={onChange}
      more={model}
    />
  );
}
