import { readScenario } from "../../engine/authoring.ts";
import {
  costModels,
  inBoth,
  type Language,
  metrics,
  samplers,
  type Parameter,
  type ParameterTable,
  eventKinds,
  strategies,
  type Text,
  say,
} from "../../engine/index.ts";
import { checkers } from "../../engine/validation.ts";
import { measures } from "../../charts/data/measures.ts";
import { architectureRows, gpuRows } from "../../words/catalogue-words.ts";
import { print, printJson } from "../io.ts";
import { noKind } from "../problem-words.ts";
import { libraryIds, scenarioText } from "../scenario.ts";
import { roomAfter, wrapColumns } from "../text-width.ts";
import { UsageError, type Verb } from "../verb.ts";
import { validationCases } from "./validate.ts";

interface Row {
  readonly id: string;
  readonly label: Text;
  readonly description: Text;
  readonly parameters?: ParameterTable;
}

const registries: Readonly<Record<string, { label: Text; rows: () => Row[] }>> = {
  scenarios: { label: { en: "Scenarios", zh: "情景" }, rows: scenarioRows },
  strategies: { label: { en: "Strategies", zh: "定价策略" }, rows: () => strategies.list() },
  costs: { label: { en: "Cost models", zh: "成本模型" }, rows: () => costModels.list() },
  events: { label: { en: "Event kinds", zh: "事件类型" }, rows: () => eventKinds.list() },
  architectures: { label: { en: "Model architectures", zh: "模型架构" }, rows: architectureRows },
  gpus: { label: { en: "GPUs", zh: "GPU 型号" }, rows: gpuRows },
  metrics: { label: { en: "Metrics", zh: "指标" }, rows: () => metrics.list() },
  charts: { label: { en: "Charts", zh: "图表" }, rows: measures },
  samplers: { label: { en: "Ways to sample parameters", zh: "参数取样方法" }, rows: () => samplers.list() },
  cases: { label: { en: "Validation cases", zh: "验证算例" }, rows: caseRows },
};

function caseRows(): Row[] {
  return validationCases().map((file) => {
    const kind = checkers.list().find((c) => c.accepts(file));
    return { id: file.id, label: kind?.label ?? NOT_COVERED, description: inBoth(file.title) };
  });
}

const NOT_COVERED: Text = { en: "not covered", zh: "未涵盖" };

function scenarioRows(): Row[] {
  return libraryIds().map((id) => {
    const { file, text } = scenarioText(id);
    const { scenario } = readScenario(text, { file, resolve: (name) => scenarioText(name) });
    return { id, label: scenario.title, description: scenario.question };
  });
}

export const list: Verb = {
  uses: ["plugin"],
  example: "pricewar list strategies",
  async run([registry], { lang, json }) {
    if (registry !== undefined && !registries[registry])
      throw new UsageError(noKind(registry, Object.keys(registries)));
    const chosen = Object.entries(registries).filter(([name]) => registry === undefined || registry === name);
    if (json) {
      const pick = ({ id, label, description, parameters }: Row) => ({ id, label, description, parameters });
      printJson(Object.fromEntries(chosen.map(([name, s]) => [name, s.rows().map(pick)])));
      return;
    }
    for (const [, { label, rows }] of chosen) {
      print(say(label, lang));
      for (const { id, label: name, description, parameters = {} } of rows()) {
        const lines = [say(name, lang), ...wrapColumns(say(description, lang), roomAfter(INDENT))];
        print(`  ${`${id} `.padEnd(INDENT - 2)}${lines.join(`\n${" ".repeat(INDENT)}`)}`);
        if (registry !== undefined)
          for (const [key, p] of Object.entries(parameters)) print(parameterLine(key, p, lang));
      }
      print();
    }
  },
};

const INDENT = 26; // columns before what a row says

/** One parameter: its name in a file, what it is, its unit and its default. */
function parameterLine(name: string, { label, unit = "1", default: usual }: Parameter, lang: Language): string {
  const value = usual === undefined || usual === "" ? "" : typeof usual === "object" ? "" : ` = ${String(usual)}`;
  return `      ${name.padEnd(20)}${say(label, lang)}${unit === "1" ? "" : ` [${unit}]`}${value}`;
}
