import { currencyNamed, readNumber, unknownName } from "../engine/authoring.ts";
import {
  architectureIds,
  type CostTerms,
  findArchitecture,
  findGpu,
  fitProblem,
  gpuIds,
  type PreparedRoofline,
  prepareRoofline,
  roofline,
  type RooflineParameters,
  rooflineProblem,
  type ServingChange,
  type Text,
  withDefaults,
} from "../engine/index.ts";
import { expected, numberBetween, RIGHT, wholeNumberBetween } from "./problem-words.ts";
import { type Options, UsageError } from "./verb.ts";

/** Flags that set a number of the roofline, by the parameter they set. */
const NUMBERS = [
  "gpus",
  "context",
  "weightBits",
  "kvBits",
  "computeBits",
  "minSpeed",
  "cacheHit",
  "bandwidth",
] as const;

const ATTENTION = ["MHA", "GQA", "MQA", "MLA"] as const;
const INPUT_SHARE = 0.75; // three input tokens to one of output

interface CostQuestion {
  readonly prepared: PreparedRoofline;
  readonly terms: CostTerms;
  readonly currency: string;
}

/** What the command line asks, checked. @throws UsageError in the user's language. */
export function costQuestion(name: string, options: Options): CostQuestion {
  if (!findArchitecture(name)) refuse(unknownName({ en: "architecture", zh: "模型架构" }, name, architectureIds));
  const gpu = String(options.gpu);
  if (!findGpu(gpu)) refuse(unknownName({ en: "GPU", zh: "GPU 型号" }, gpu, gpuIds));
  const given = Object.fromEntries(
    NUMBERS.filter((f) => options[f] !== undefined).map((f) => [f, numberOf(f, options)]),
  );
  const parameters = withDefaults(
    roofline.parameters,
    { architecture: name, gpu },
    given,
  ) as unknown as RooflineParameters;
  const problem = rooflineProblem(parameters);
  if (problem) refuse(problem);
  const { value, currency } = priceOf(String(options.price));
  const prepared = roofline.change!(prepareRoofline(parameters), changeOf(options)) as PreparedRoofline;
  const unfit = fitProblem(prepared);
  if (unfit) refuse(unfit);
  return { prepared, currency, terms: { gpuPrice: value, load: loadOf(options), traffic: trafficOf(options) } };
}

function refuse(text: Text): never {
  throw new UsageError(text);
}

const flagName = (parameter: string): string => `--${parameter.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

function numberOf(parameter: (typeof NUMBERS)[number], options: Options): number {
  const { range = [-Infinity, Infinity], type } = roofline.parameters[parameter];
  return bounded(flagName(parameter), String(options[parameter]), {
    range,
    whole: type === "integer",
  });
}

interface Rule {
  readonly range: readonly [number, number];
  readonly whole: boolean;
}

function bounded(flag: string, text: string, { range: [low, high], whole }: Rule): number {
  const value = readNumber(text, "1");
  if (value !== null && value >= low && value <= high && (!whole || Number.isInteger(value))) return value;
  return refuse((whole ? wholeNumberBetween : numberBetween)(flag, text, low, high));
}

const loadOf = ({ load }: Options): number =>
  load === undefined ? 1 : bounded("--load", String(load), { range: [0.001, 1], whole: false });

function changeOf({ attention }: Options): ServingChange {
  if (attention === undefined) return {};
  const kind = ATTENTION.find((k) => k === String(attention).toUpperCase());
  return kind
    ? { attention: kind }
    : refuse(unknownName({ en: "attention", zh: "注意力机制" }, String(attention), ATTENTION));
}

/** A GPU hour's price: 14.4, 14.4CNY, 14.4 CNY/h, $2/h. Without a currency, CNY. */
function priceOf(text: string): { value: number; currency: string } {
  const currency = currencyNamed(text) ?? "CNY";
  const value = readNumber(text, "money/GPU/h", currency);
  if (value !== null && value > 0) return { value, currency };
  return refuse(expected("--price", text, RIGHT.gpuPrice));
}

/** Traffic of a day: 3e4, 30 Gtok/day, 0.1 T/day. Without a unit, Mtok/day. */
function trafficOf({ volume }: Options): CostTerms["traffic"] {
  if (volume === undefined) return null;
  const perDay = readNumber(String(volume), "Mtok/day");
  if (perDay === null || !(perDay > 0)) return refuse(expected("--volume", volume, RIGHT.volume));
  const perWeek = 7 * perDay;
  return { input: perWeek * INPUT_SHARE, output: perWeek * (1 - INPUT_SHARE) };
}
