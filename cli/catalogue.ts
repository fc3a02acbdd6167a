import { unrolled } from "../engine/authoring.ts";
import {
  costModels,
  eventKinds,
  inBoth,
  metrics,
  type ParameterTable,
  samplers,
  strategies,
  type Text,
} from "../engine/index.ts";
import { checkers } from "../engine/validation.ts";
import { measures } from "../charts/data/measures.ts";
import { architectureRows, gpuRows } from "../words/catalogue-words.ts";
import { designIds, openDesign } from "./experiment.ts";
import { libraryIds, libraryText } from "./scenario.ts";
import { validationCases } from "./verbs/validate.ts";

export interface Row {
  readonly id: string;
  readonly label: Text;
  readonly description: Text;
  readonly parameters?: ParameterTable;
}

/** What there is to choose from, kind by kind. */
export const catalogue: Readonly<Record<string, { label: Text; rows: () => Row[] }>> = {
  scenarios: { label: { en: "Scenarios", zh: "情景" }, rows: scenarioRows },
  strategies: { label: { en: "Strategies", zh: "定价策略" }, rows: () => strategies.list() },
  costs: { label: { en: "Cost models", zh: "成本模型" }, rows: () => costModels.list() },
  events: { label: { en: "Event kinds", zh: "事件类型" }, rows: () => eventKinds.list() },
  architectures: { label: { en: "Model architectures", zh: "模型架构" }, rows: architectureRows },
  gpus: { label: { en: "GPUs", zh: "GPU 型号" }, rows: gpuRows },
  metrics: { label: { en: "Metrics", zh: "指标" }, rows: () => metrics.list() },
  charts: { label: { en: "Charts", zh: "图表" }, rows: measures },
  samplers: { label: { en: "Ways to sample parameters", zh: "参数取样方法" }, rows: () => samplers.list() },
  designs: { label: { en: "Designs", zh: "实验设计" }, rows: designRows },
  cases: { label: { en: "Validation cases", zh: "验证算例" }, rows: caseRows },
};

function caseRows(): Row[] {
  return validationCases().map((file) => {
    const kind = checkers.list().find((c) => c.accepts(file));
    return { id: file.id, label: kind?.label ?? NOT_COVERED, description: inBoth(file.title) };
  });
}

const NOT_COVERED: Text = { en: "not covered", zh: "未涵盖" };

/** Only what the list says is read of them: all of it, checked, takes seconds. */
function scenarioRows(): Row[] {
  return libraryIds().map((id) => {
    const { file, text } = libraryText(id);
    const { title, question } = unrolled(text, { file, resolve: libraryText }) as Record<string, string | Text>;
    return { id, label: inBoth(title), description: inBoth(question) };
  });
}

function designRows(): Row[] {
  return designIds().map((id) => {
    const { scenario, method } = openDesign(id, { seed: "1", seedGiven: false }).file;
    return { id, label: inBoth(id), description: inBoth(method === undefined ? scenario : `${scenario}, ${method}`) };
  });
}
