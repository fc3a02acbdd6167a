import { z } from "zod";
import { readPath, say, type Scenario } from "../../../engine/index.ts";
import { productName, vendorName } from "../../../words/names.ts";
import { UsageError } from "../../verb.ts";
import { FACT_SHAPE, factsOf } from "../figure.ts";
import { GIVEN, type Opened, openGiven } from "../given.ts";
import { noField } from "../mcp-words.ts";
import { schemaAt } from "../schema-at.ts";
import { LANG, tool } from "../tool.ts";
import { DESCRIBE } from "./tool-words.ts";

const LEVER = z.object({
  id: z.string(),
  label: z.string(),
  path: z.string().describe("what to name in set; of several that move together, the first"),
  value: z.unknown(),
  unit: z.string(),
  plausible: z.array(z.number()).describe("range, lowest and highest"),
});

const NUMBER = z.object({
  path: z.string(),
  value: z.unknown(),
  unit: z.string(),
  source: z.string().optional(),
  note: z.string().optional(),
  range: z.array(z.number()).optional(),
});

export const describe = tool({
  name: "describe",
  ...DESCRIBE,
  input: { ...GIVEN, path: z.string().max(300).optional(), ...LANG },
  output: {
    id: z.string(),
    title: z.string(),
    question: z.string(),
    currency: z.string(),
    from: z.string(),
    to: z.string(),
    vendors: z.array(
      z.object({ id: z.string(), name: z.string(), strategy: z.string(), products: z.array(z.unknown()) }),
    ),
    levers: z.array(LEVER),
    numbers: z.array(NUMBER).describe("values with where they come from, under path"),
    facts: z.array(FACT_SHAPE),
    schema: z.record(z.string(), z.unknown()).optional(),
  },
  async run({ path, ...given }, { lang }) {
    const opened = openGiven(given);
    const { scenario } = opened;
    const schema = path === undefined ? undefined : schemaAt(path);
    if (path !== undefined && schema === undefined) throw new UsageError(noField(path));
    const { id, title, question, currency, clock } = scenario;
    const vendors = Object.entries(scenario.vendors).map(([vendor, { strategy, products }]) => ({
      id: vendor,
      name: vendorName(scenario, vendor, lang),
      strategy: strategy.kind,
      products: Object.entries(products).map(([product, { launch, price }]) => ({
        id: `${vendor}.${product}`,
        name: productName(scenario, `${vendor}.${product}`, lang),
        launch,
        price,
      })),
    }));
    const levers = leversOf(opened).map((l) => ({ ...l, label: say(l.label, lang) }));
    const numbers = numbersOf(opened, path ?? "").map((n) => ({ ...n, note: n.note && say(n.note, lang) }));
    const structured = withoutNoise({
      id,
      title: say(title, lang),
      question: say(question, lang),
      currency,
      from: clock.start,
      to: clock.end,
      vendors,
      levers,
      numbers: path === undefined ? [] : numbers,
      facts: factsOf(opened),
      ...(schema && { schema }),
    });
    return { text: JSON.stringify(structured), structured };
  },
});

const DIGITS = 12;

/** Numbers as people wrote them: 0.675, where a sum of halves is 0.6749999999999999. */
const withoutNoise = <T>(x: T): T =>
  JSON.parse(JSON.stringify(x, (_, v: unknown) => (typeof v === "number" ? Number(v.toPrecision(DIGITS)) : v)));

function leversOf({ scenario, provenance }: Opened) {
  return scenario.levers.map(({ id, label, paths, plausible }) => ({
    id,
    label,
    path: paths[0].path,
    value: valueAt(scenario, paths[0].path),
    unit: provenance[paths[0].path]?.unit ?? "",
    plausible: [...(plausible ?? [])],
  }));
}

const MOST_NUMBERS = 300;

const numbersOf = ({ scenario, provenance }: Opened, path: string) =>
  Object.entries(provenance)
    .filter(([at]) => at === path || at.startsWith(`${path}.`))
    .slice(0, MOST_NUMBERS)
    .map(([at, { source, note, unit, range }]) => ({
      path: at,
      value: valueAt(scenario, at),
      unit,
      source,
      note,
      range: range && [...range],
    }));

const valueAt = (scenario: Scenario, path: string): unknown => readPath(scenario, path) ?? null;
