import { Registry } from "../registry.ts";
import { inBoth, type Text } from "../text/text.ts";
import { contradicted, watched } from "./assumed.ts";
import type { CaseFile, Checker, Row, Verdict } from "./case.ts";
import { bassCase, capacityCase, collusionCase, spenceCase, wrightCase } from "./closed-forms.ts";
import { alternatingMoves, lqGame, switchingCosts } from "./dynamic-pricing.ts";
import { entryAndExit, forgetting } from "./learning-by-doing.ts";
import { mergerCases } from "./merger-cases.ts";
import { chainCase, metricCase, samplingCase } from "./metric-cases.ts";
import { mixedLogitTypes } from "./mixed-logit.ts";
import { networkEffects } from "./network-effects.ts";
import { multiProductLogit, nestedLogit } from "./multi-product.ts";
import { priceIndices } from "./price-indices.ts";
import { qLearning } from "./q-learning.ts";
import { optimiserCases } from "./optimiser-cases.ts";
import { OtherKind } from "./read.ts";
import { servingAccounts } from "./serving-accounts.ts";
import { servingDimensions } from "./serving-dimensions.ts";
import { servingSteps } from "./serving-steps.ts";
import { sobolSequence } from "./sobol-sequence.ts";
import { stateDependence } from "./state-dependence.ts";
import { strayKeys, strayTolerances, tolerancesOfNoRow, unanswered } from "./unread.ts";
import { staticLogit } from "./static-logit.ts";
import { varianceIndices } from "./variance-indices.ts";

/** The registry of checkers, one for each kind of case. A new one is a file next to these and a line here. */
export const checkers = new Registry<Checker>("checker", [
  staticLogit,
  multiProductLogit,
  nestedLogit,
  mixedLogitTypes,
  stateDependence,
  networkEffects,
  mergerCases,
  entryAndExit,
  forgetting,
  alternatingMoves,
  switchingCosts,
  lqGame,
  capacityCase,
  collusionCase,
  bassCase,
  wrightCase,
  spenceCase,
  metricCase,
  chainCase,
  samplingCase,
  priceIndices,
  qLearning,
  servingDimensions,
  servingAccounts,
  servingSteps,
  varianceIndices,
  sobolSequence,
  optimiserCases,
]);

export interface ValidateOptions {
  /** Also run what takes longer than a few seconds. */
  readonly all?: boolean;
}

/**
 * Holds one case against the engine, in slices. A case no checker accepts is listed as not covered, never passed over.
 */
export function* validate(file: CaseFile, { all = false }: ValidateOptions = {}): Generator<number, Verdict> {
  const { id } = file;
  const title = inBoth(file.title);
  const source = inBoth(file.source);
  const checker = checkers.list().find((c) => c.accepts(file));
  if (!checker) return { id, title, source, status: "not-covered", rows: [], reason: notCovered(file) };
  const { label } = checker;
  const left = (status: "not-covered" | "slow", reason: Text): Verdict => ({
    id,
    title,
    label,
    source,
    status,
    rows: [],
    reason,
  });
  const stray = strayParts(file, checker.id);
  if (stray.length > 0) return left("not-covered", hasNoEffect(stray));
  if (checker.slow?.(file) && !all) return left("slow", SLOW);
  try {
    const watching = watched(file, checker.id);
    const rows = yield* checker.check(watching.file);
    const open = unanswered(file.expected, { rows, unasked: watching.unasked() }, checker.id);
    const ofNoRow = tolerancesOfNoRow(file.tolerance, rows, checker.id).map((key) => `tolerance.${key}`);
    const reason = whyNot([...watching.ignored(), ...ofNoRow], open, rows);
    if (reason) return left("not-covered", reason);
    return { id, title, label, source, status: rows.every((r) => r.pass) ? "pass" : "fail", rows };
  } catch (error) {
    return left("not-covered", error instanceof OtherKind ? lacking(error) : OTHER_SHAPE);
  }
}

/** What the solver would answer without, as far as is known before it answers: some take minutes. */
const strayParts = (file: CaseFile, solver: string): string[] => [
  ...strayKeys(file),
  ...contradicted(file.params, solver),
  ...strayTolerances(file.tolerance, solver).map((key) => `tolerance.${key}`),
];

/** Why a case's rows are no answer to it, or null. */
function whyNot(ignored: readonly string[], open: readonly string[], rows: readonly Row[]): Text | null {
  if (ignored.length > 0) return hasNoEffect(ignored);
  if (rows.length === 0) return NOTHING;
  return open.length > 0 ? notComputed(open) : null;
}

const SLOW = { en: "takes longer than a few seconds: run with --all", zh: "耗时较长：加 --all 运行" };

const NOTHING = {
  en: "the solver finds none of the quantities this case states",
  zh: "求解器算不出该算例所列的任何一个量",
};

/** Cases are anybody's JSON: what no reader looked for stops the arithmetic. Those that ship are tested to pass. */
const OTHER_SHAPE = {
  en: "the solver of this kind cannot use these parameters: their shape is not that of the cases shipped",
  zh: "这类求解器无法使用这些参数：其中有些与随附算例的格式不同",
};

const lacking = ({ text }: OtherKind): Text => ({
  en: `the solver of this kind needs more: ${text.en}`,
  zh: `这类求解器缺少所需的参数：${text.zh}`,
});

const hasNoEffect = (keys: readonly string[]) => ({
  en: `the solver of this kind knows nothing of ${keys.join(", ")}; it would answer without`,
  zh: `这类求解器不认识 ${keys.join("、")}，算出的结果不会考虑它们`,
});

const notComputed = (paths: readonly string[]) => ({
  en: `the solver of this kind does not compute ${paths.join(", ")} of “expected”: mend the name, or leave it out`,
  zh: `“expected”中的 ${paths.join("、")} 不是这类求解器能算出的量：请更正名称，或将其删去`,
});

const notCovered = ({ topic }: CaseFile) => ({
  en: `no solver covers “${topic}” with these parameters`,
  zh: `现有求解器不涵盖这类参数下的 “${topic}”`,
});
