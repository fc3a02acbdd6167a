/**
 * The engine's public surface: plain data in, plain data out; no DOM, no Node, no clock.
 *
 *   a scenario is compiled into a model      compile(scenario, { seed })
 *   the model steps a market                 run(model), tick(model, market)
 *   the market is recorded                   Recording
 *   metrics read recordings                  metrics.get("tokenShare").compute(recording)
 *   the headline puts it in numbers          headline(recording)
 *
 * Two more doors stand apart: reading scenario files (YAML, units, schema) is engine/authoring.ts; published results,
 * the theory behind them and algorithms that learn to price are engine/validation.ts.
 */
export { decodeText } from "./text/decode.ts";
export { inBoth, type Language, type Said, say, type Text } from "./text/text.ts";
export type { Parameter, ParameterTable, Plugin, ValuesOf } from "./registry.ts";
export { Registry, withDefaults } from "./registry.ts";

// Scenarios
export type * from "./scenario/scenario.ts";
export { parsePeriod } from "./scenario/periods.ts";
export { dayNumber, isoDate } from "./scenario/dates.ts";
export { readDate } from "./scenario/read-date.ts";
export { compile, type CompileOptions } from "./compile/compile.ts";
export { KERNELS, type KernelId } from "./demand/mixed-logit/kernel.ts";
export { patchScenario, readPath } from "./scenario/patch.ts";
export { leverValues } from "./scenario/levers.ts";
export { withHosts } from "./scenario/hosts.ts";
export { asRun } from "./mechanisms/as-run.ts";

// The market
export type { Market, Model, Move } from "./model/market.ts";
export {
  blendAs,
  changed,
  inFull,
  inShort,
  type ListedPrice,
  listedAs,
  mapPrice,
  meterColumn,
  METER_IDS,
  METERS,
  priceOf,
  type MeterId,
  type Price,
  type TokenPrice,
} from "./price.ts";
export { type Forks, newForks } from "./market/fork.ts";
export { phases, run, simulateModel, tick } from "./market/simulate.ts";
export { ALONE, type Crew, CrewBroken } from "./model/crew.ts";
export { type Board, breakUp, canShare, isBig, joinCrew, newBoard } from "./demand/mixed-logit/shared-crew.ts";
export { newRunCache } from "./demand/mixed-logit/burn-in.ts";
export type { RunCache } from "./demand/mixed-logit/model.ts";
export { hasLastingUsers, segmentsOf, withAgents } from "./demand/demand-model.ts";
export { openMarket } from "./market/open.ts";

// Tariffs: how posted lists become bills
export { type BillQuestion, productBill } from "./explain/bill.ts";
export { type PlanBill, planBill } from "./explain/plan-bill.ts";
export { type Decile, planDeciles } from "./demand/mixed-logit/plan-deciles.ts";
export { type PaidSplit, splitPaid } from "./explain/paid-split.ts";
export { type Bill, billFor, type BillLine } from "./tariff/bill-lines.ts";
export { type Asked, type Billed, integrate } from "./tariff/integrate.ts";
export { AS_LISTED, type OpenHours, openTariff, type OpenTariff } from "./tariff/open-tariff.ts";
export { monthlyBill } from "./tariff/spend.ts";
export { fullWindows, HOURS, inWindow, weekOfUse } from "./tariff/week.ts";
export { priceByLength } from "./tariff/by-length.ts";
export { NO_TARIFF, type PriceChange, type Tariff, WEEKDAYS, WINDOWS } from "./scenario/tariff.ts";
export { readZone, type Zone, zoneNames, zoneText } from "./scenario/zone.ts";
export { DAY_SHAPES, PLAIN_TRAFFIC, type TrafficLaw } from "./scenario/traffic.ts";
export type { Recording } from "./recording/recorder.ts";
export { NOBODY, type Switches } from "./recording/switches.ts";
export { type OwnProduct, type PublicProduct, type View } from "./model/view.ts";
export { INPUT_WEIGHT } from "./price.ts";
export { fingerprint, fingerprintSteps, platformFingerprint, recordingFingerprint } from "./recording/fingerprint.ts";

// Registries of plugins
export { PluginError, registerPlugins } from "./plugins.ts";
export { provideFormulaCompiler } from "./expression/compiler.ts";
export { registerStrategy, strategies } from "./strategies/index.ts";
export { type Decision, type Reasons, type Strategy, strategy } from "./strategies/strategy.ts";
export { scaled } from "./price.ts";
export { costModels, registerCostModel } from "./costs/index.ts";
export { COST_FACTORS, costModel } from "./costs/cost-model.ts";
export type { CostConditions, CostModel, ServingChange, UnitCost } from "./costs/cost-model.ts";
export { accountingCost, type MeterHours } from "./costs/accounting.ts";
export { deferredShare, loadFactor, peakTariff, type Day } from "./costs/load.ts";

// Inference cost by itself: `pricewar cost`
export { countParameters } from "./costs/architecture.ts";
export { architectureIds, architectures, findArchitecture, findGpu, gpuIds, gpus } from "./costs/catalogue.ts";
export { fitProblem, prepare as prepareRoofline, roofline, rooflineProblem } from "./costs/roofline.ts";
export type { PreparedRoofline } from "./costs/roofline.ts";
export type { RooflineParameters } from "./costs/roofline-parameters.ts";
export { costSheet, type CostSheet, type CostTerms } from "./costs/sheet.ts";
export { eventKinds } from "./events/index.ts";
export { type EventKind, eventKind } from "./events/event-kind.ts";
export { metrics, registerMetric } from "./metrics/index.ts";
export {
  blendedCost,
  blendedPrice,
  byToken,
  metersSold,
  entities,
  once,
  type Metric,
  metric,
  productTokens,
} from "./metrics/metric.ts";

// The source article's mechanisms
export { mechanisms, type Mechanism, tariffMechanisms } from "./mechanisms/index.ts";

// Answers
export {
  allSeries,
  everySeries,
  findSeries,
  parsePath,
  type RunSeries,
  series,
  seriesNames,
  valueAt,
} from "./metrics/lookup.ts";
export { RECORDED } from "./recording/columns.ts";
export type { Column, Entity, Format, Group, Series } from "./recording/series.ts";
export { headline, type Headline, type HeadlinePart, headlinePart } from "./metrics/headline.ts";
export { meanHeadline, meanOfParts } from "./metrics/mean-headline.ts";

// Experiments: designs of many runs and what they show; reading design files is behind the second door
export type { Axis, Setting } from "./experiments/axis.ts";
export { type Design, type Plan, type PlannedRun, planRuns, runAt, type Realise } from "./experiments/design.ts";
export { defaultOutputs, measure, type Measured, measuredOutput, parseOutput } from "./experiments/outputs.ts";
export { fitted, type Focus, focusOf, isSpan, namesOf, outputOf, outputsTold } from "./experiments/focus.ts";
export { samplers } from "./experiments/samplers/index.ts";
export { BANDS, type Moments, MomentStream } from "./experiments/moments.ts";
export type { Band } from "./experiments/bands.ts";
export { type EnsembleSummary, EnsembleStream, type Precision } from "./experiments/ensemble.ts";
export { basePoint, ownPoint, placesOf, type RangeAxis, settingAt } from "./experiments/axis.ts";
export { drawable, type DrawnParameter, drawnRun, drawnScenario, type Draws } from "./experiments/draws.ts";
export { believe, LEAST_TO_KNOW, resample, worthOfKnowing } from "./experiments/posterior.ts";
export { anywhere, around, mixtureDensity, type Proposal } from "./experiments/proposal.ts";
export { sobolPoints } from "./math/sobol-points.ts";
export { minimise } from "./experiments/minimise.ts";
export type { Search, Trial } from "./experiments/nelder-mead.ts";
export { drawnAlike } from "./experiments/drawn-alike.ts";
export { type ScenarioDifference, scenarioDifferences } from "./experiments/scenario-difference.ts";
export { present, recorded, union, vendorsOf } from "./experiments/arms.ts";
export { checkComparable, comparisonProblems } from "./experiments/comparable.ts";
export { exchangeRate, isMoneyOutput, restated, restatedMeasures } from "./experiments/exchange.ts";
export { holdOthers } from "./experiments/hold-others.ts";
export { identification, type Identification } from "./experiments/identification.ts";
export { leverDesign } from "./experiments/lever-design.ts";
export { holds, parseStatement, shortfall, type Statement } from "./experiments/statement.ts";
export { profileDirection, standardErrors } from "./experiments/standard-errors.ts";
export { QuantileStream } from "./experiments/quantiles.ts";
export { mean, means, sum } from "./math/sum.ts";
export { type Elasticities, elasticitiesOf } from "./benchmarks/elasticities.ts";
export { band, bands, quantile, sortedQuantile } from "./math/quantile.ts";
export { probability, type Probability } from "./experiments/probability.ts";
export { type ExperimentSummary, type PointSummary, type RegimeMap, SummaryStream } from "./experiments/summary.ts";
export type { Sensitivity } from "./experiments/sensitivity.ts";
export { regime, REGIMES } from "./experiments/regime.ts";

// Theory: equilibria, learning to price, and results of others to be held against
export { type Pricing, steerPrices } from "./benchmarks/steer.ts";
export { mergerTable, type MergerTable, type OwnerChange } from "./benchmarks/merger.ts";
export { type Searched, withMoreAgents } from "./benchmarks/more-agents.ts";
export { benchmarks, type Benchmarks, marketAt } from "./benchmarks/benchmarks.ts";
export {
  backtest,
  type Backtest,
  type BacktestRow,
  coverage,
  type Role,
  type Target,
  underDraws,
} from "./backtest/backtest.ts";
export {
  type Forecast,
  type ForecastSummary,
  forecastsFrom,
  fromOrigin,
  hasMoved,
  HORIZON,
  horizonOf,
  type Naive,
  type Outcome,
  summarise,
} from "./backtest/forecasts.ts";
export { meanScores } from "./backtest/move-scores.ts";
export { measures } from "./backtest/measures.ts";

// Why prices moved: pass-through or price war
export { explainRuns, type Explained, type Explanation } from "./explain/explain.ts";
export { costPart, SPLITS, type Split, splitPrice, type Standing, weighted } from "./explain/decompose.ts";
export { type NashDays, nashWatch, type Span } from "./benchmarks/nash-prices.ts";
export { type NashPrices } from "./recording/recorder.ts";
export { candidates, type Cause, type Causes, causesFrom } from "./explain/causes.ts";
export {
  FIRM,
  isBelowCost,
  judge,
  type Judgement,
  type Odds,
  type Verdict as PriceVerdict,
  wordFor,
} from "./explain/verdict.ts";
export { type KnockOut, knockOuts, without } from "./explain/counterfactuals.ts";
export { outcomes, type Wedge, wedges } from "./explain/wedges.ts";
export { type Growth, growthBetween } from "./explain/growth.ts";
export {
  asItHappened,
  attributeShare,
  SHARE_CAUSES,
  type ShareAttribution,
  type ShareCause,
  shareCoalitions,
} from "./explain/share.ts";
export { shapley } from "./explain/shapley.ts";
export { pairedDifference, type PairedDifference, pairedWhereBoth } from "./experiments/paired.ts";
export { type PairedBand, pairedBand } from "./experiments/paired-band.ts";
export { anatomy, type War } from "./explain/anatomy.ts";
export { openingPrice } from "./metrics/opening.ts";
export {
  type Cell,
  CELLS,
  recoupmentCells,
  type Worth,
  worthOf,
  type WorthRun,
  worthRun,
} from "./explain/recoupment.ts";
export { typicalWar, type TypicalWar } from "./explain/typical.ts";
export type { BelowSpell, Course, CourseMove } from "./explain/course.ts";
export {
  type AnswerOf,
  type OfQuestion,
  type PieceOf,
  type QuestionId,
  questionOf,
  questions,
} from "./explain/questions/index.ts";
export type { Question, Simulate, Turn } from "./explain/questions/question.ts";
export type { Arm } from "./explain/questions/knock-outs.ts";
export type { RangeRow } from "./explain/questions/ranges.ts";
export type { LearningAnswer, LearningOf } from "./explain/questions/learning.ts";
export { splitsPiece, type Splits, type SplitsPiece } from "./explain/questions/splits.ts";
export { type UserFlow, type UserSwitch, type Week, weekTo } from "./explain/why.ts";
export {
  attributeGrowth,
  GROWTH_CAUSES,
  type GrowthAttribution,
  type GrowthCause,
  growthCoalitions,
} from "./explain/growth-causes.ts";
export { type Indices, indicesBetween } from "./explain/indices.ts";
