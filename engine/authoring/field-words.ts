import { costModels } from "../costs/index.ts";
import { eventKinds } from "../events/index.ts";
import type { Parameter, ParameterTable } from "../registry.ts";
import { strategies } from "../strategies/index.ts";
import type { Text } from "../text/text.ts";
import { DEMAND_FIELDS } from "./demand-field-words.ts";
import { DESIGN_FIELDS } from "./design-field-words.ts";
import { SCENARIO_FIELDS } from "./scenario-field-words.ts";
import { PLAN_FIELDS, tariffField } from "./tariff-field-words.ts";
import { VENDOR_FIELDS } from "./vendor-field-words.ts";

const FIELDS: Readonly<Record<string, Text>> = {
  ...SCENARIO_FIELDS,
  ...DEMAND_FIELDS,
  ...VENDOR_FIELDS,
  ...PLAN_FIELDS,
};

/** Where plugins are chosen by kind, or their parameters shared: they bring words of their own. */
const PLUGINS: readonly (readonly [at: RegExp, table: (id: string) => ParameterTable | undefined])[] = [
  [/(?:\.strategy\(|^strategies\.)([a-z-]+)\)?\./, (id) => strategies.get(id).parameters],
  [/\.cost\(([a-z-]+)\)\./, (id) => costModels.get(id).parameters],
  [/^events\[\]\(([a-z-]+)\)\./, (id) => eventKinds.get(id).parameters],
];

const KIND: Text = { en: "Which one it is; its own parameters stand beside it.", zh: "选择哪一种；其参数写在旁边。" };

/** What a field of a scenario file is for; undefined where nobody has said. */
export function fieldText(path: string): Text | undefined {
  const tariff = /\.tariff(?:\.(.*))?$/.exec(path);
  const ofTariff = tariff ? tariffField(tariff[1] ?? "") : undefined;
  if (ofTariff) return ofTariff;
  const own =
    FIELDS[path] ?? FIELDS[path.replace(/^demand\([a-z-]+\)/, "demand")] ?? FIELDS[path.replace(/\([a-z-]+\)/g, "")];
  if (own || path.endsWith(".kind")) return own ?? KIND;
  const shared = /^strategies\.([a-z-]+)$/.exec(path);
  if (shared) return strategies.get(shared[1]).description;
  for (const [at, tableOf] of PLUGINS) {
    const found = at.exec(path);
    if (!found) continue;
    const [name, ...below] = path.slice(found.index + found[0].length).split(/[.[\]]+/);
    const parameter = tableOf(found[1])?.[name];
    if (parameter)
      return below.length === 0
        ? worded(parameter)
        : entryText(
            below.filter((x) => x !== ""),
            parameter,
          );
  }
  return undefined;
}

const worded = ({ label, help }: Parameter): Text => ({
  en: `${label.en}.${help ? ` ${help.en}` : ""}`,
  zh: `${label.zh}。${help ? help.zh : ""}`,
});

/** Of what stands below a parameter: an entry of a table by tier, a dated price, a meter of a list. */
function entryText(below: readonly string[], parameter: Parameter): Text {
  const last = below.at(-1) ?? "";
  return FIELDS[`vendors.*.products.*.price.${last}`] ?? ENTRIES[last] ?? worded(parameter);
}

const ENTRIES: Readonly<Record<string, Text>> = {
  date: { en: "The day from which the price holds.", zh: "生效日期。" },
  product: { en: "The vendor's own name of the product.", zh: "产品在厂商内的名称。" },
  price: { en: "New list price; what is left out keeps its price.", zh: "新目录价；不写的部分不变。" },
};

/** What a field of a design file is for. */
export const designFieldText = (path: string): Text | undefined => DESIGN_FIELDS[path];
