import { METER_IDS, type PerMeter, perMeter } from "../price.ts";
import type { TrafficLaw } from "../scenario/traffic.ts";
import { answering, bracketed, fill, type PricedPrompt, shifted } from "./answers.ts";
import {
  AS_LISTED,
  clockOf,
  type Factors,
  holidaysOf,
  type OpenHours,
  type OpenTariff,
  promoted,
  windowsOn,
} from "./open-tariff.ts";
import { heldInMemory, type PromptPoint } from "./prompts.ts";
import { type Bills, overList } from "./spend.ts";
import { weekOfUse } from "./week.ts";

/** A segment's traffic with a product, and the list it meets. */
export interface Asked {
  readonly segment: string;
  readonly law: TrafficLaw;
  readonly points: readonly PromptPoint[]; // of the law
  readonly context: number; // prompts held in memory, over usual ones [1]
  readonly cachedShare: number; // of input, before anybody answers prices
  readonly cacheWriteShare: number;
  readonly deferrable: number; // work that can be put off to cheap hours
  readonly outputShare: number; // of tokens, on average
  readonly list: PerMeter<number>; // [money/Mtok]
  readonly day: number; // since 1970
  /** Monthly tokens of its buyers, a lognormal law; its mean is one of [Mtok/month]. */
  readonly volumes: Bills;
}

/** What the traffic is, once buyers have answered the tariff, and what they pay for it. */
export interface Billed {
  readonly paid: { readonly input: number; readonly output: number }; // of a token billed [money/Mtok]
  readonly before: { readonly input: number; readonly output: number }; // the same before terms by volume
  readonly terms: number; // what those leave of it, over all of the segment's buyers [1]
  readonly tokens: { readonly input: number; readonly output: number }; // billed for each token of work [1]
  readonly context: number; // length of prompts held in memory, over usual ones [1]
  readonly cached: number; // part of input read from a cache
  readonly written: number; // part of input written to it
  readonly batch: number; // part of the work sent as batch
  readonly cheap: number; // part of the work at the week's lowest prices
  readonly week: Float64Array | null; // the work's share by hour of the vendor's week; null: no hours in the tariff
}

/** A tariff met by a traffic, stage by stage: what a bill is made of. */
export interface Stages {
  readonly list: PerMeter<number>; // on the day, as this segment is quoted it
  readonly prompts: readonly PricedPrompt[];
  readonly length: number; // mean prompt of the work [tokens]
  readonly sent: number; // mean prompt billed
  readonly hours: ByHour;
  readonly batch: number; // part of the work
  readonly cached: number; // parts of input
  readonly written: number;
  readonly pieces: number; // requests, calls and images [money/Mtok of input billed]
}

export function stages(tariff: OpenTariff, asked: Asked): Stages {
  const { law, outputShare: o, cacheWriteShare: written } = asked;
  const list = listed(tariff, asked);
  const blended = (input: number, output: number) => (1 - o) * input + o * output;
  const whole = blended(list.input, list.output);
  /** The same mix at other prices, over what it costs at the list's. */
  const mix = (f: Factors): number =>
    whole > 0 ? blended(list.input * f.input, list.output * f.output) / whole : blended(f.input, f.output);

  const points = asked.points.map(({ tokens, share }) => ({ tokens: tokens * tariff.tokenizer, share }));
  const prompts = bracketed(tariff, points, law.answers.trim, mix);
  const sent = mean(prompts, (p) => p.sent);
  const ratio = list.cached > 0 ? list.input / list.cached : Infinity;
  const room = Math.max(0, Math.min(law.answers.cache.share, 1 - written) - asked.cachedShare);
  const { request, call, image } = tariff.per;
  const batch = tariff.batch === null ? 0 : answering(law.answers.batch, 1 / tariff.batch);
  return {
    list,
    prompts,
    length: mean(prompts, ({ tokens }) => tokens),
    sent,
    hours: byHour(tariff, asked, batch, mix),
    batch,
    cached: asked.cachedShare + answering({ ...law.answers.cache, share: room }, ratio),
    written,
    pieces: ((request + law.calls * call + law.images * image) * 1e6) / sent,
  };
}

/**
 * Every meter's mean price over prompts, hours and modes of delivery. It holds until the list, the tariff, the traffic
 * or the calendar week changes, so that no bill is worked out tick by tick.
 */
export function integrate(tariff: OpenTariff, asked: Asked): Billed {
  const { list, prompts, length, sent, hours, batch, cached, written, pieces } = stages(tariff, asked);
  const byLength = perMeter((id) =>
    id === "output"
      ? mean(prompts, (p) => p.tokens * p.factors.output) / length
      : mean(prompts, (p) => p.sent * p.factors[id]) / sent,
  );
  const price = perMeter(
    (id) => list[id] * byLength[id] * ((1 - batch) * hours.factors[id] + batch * (tariff.batch ?? 1)),
  );
  const paid = {
    input: (1 - cached - written) * price.input + cached * price.cached + written * price.cacheWrite + pieces,
    output: price.output,
  };
  const tokens = { input: (tariff.tokenizer * sent) / length, output: tariff.tokenizer };
  const bills = () => monthly(asked.volumes, tokens, paid, asked.outputShare);
  const terms = tariff.volume ? overList(tariff.volume.terms, bills()) : 1;
  return {
    paid: { input: paid.input * terms, output: paid.output * terms },
    before: paid,
    terms,
    tokens,
    context: asked.context * (heldInMemory(prompts, (p) => p.sent) / heldInMemory(prompts, (p) => p.tokens)),
    cached,
    written,
    batch,
    cheap: hours.cheap * (1 - batch),
    week: hours.week,
  };
}

/** The list on the day, as this segment is quoted it. */
function listed(tariff: OpenTariff, { list, day, segment }: Asked): PerMeter<number> {
  const now = promoted(tariff, day);
  const off = 1 - (tariff.discounts[segment] ?? 0);
  return perMeter((id) => list[id] * now[id] * off);
}

export const mean = (prompts: readonly PricedPrompt[], of: (prompt: PricedPrompt) => number): number =>
  prompts.reduce((sum, prompt) => sum + prompt.share * of(prompt), 0);

interface ByHour {
  readonly factors: Factors; // means over the week
  readonly parts: readonly number[]; // of the work by window, last outside all of them
  readonly week: Float64Array | null; // with batch work in it
  readonly cheap: number;
}

const NO_HOURS: ByHour = { factors: AS_LISTED, parts: [1], week: null, cheap: 1 };

/** What each traffic last made of a tariff's hours: a list that moves as a whole leaves it as it is. */
const kept = new WeakMap<OpenHours, Map<TrafficLaw, Kept>>();

interface Kept {
  readonly key: readonly number[];
  readonly found: ByHour;
}

/** Mean factors over the week's hours, once what can wait has moved. The last window is of hours outside all. */
function byHour({ hours }: OpenTariff, asked: Asked, batch: number, mix: (f: Factors) => number): ByHour {
  if (!hours) return NO_HOURS;
  const { law, deferrable, day } = asked;
  const price = [...hours.factors.map((f) => (alike(f) ? f.input : mix(f))), 1];
  const { ahead } = clockOf(hours, law.hours.zone, day);
  const key = [holidaysOf(hours, day), ahead, deferrable, batch, ...price];
  const byLaw = kept.get(hours) ?? new Map<TrafficLaw, Kept>();
  const last = byLaw.get(law);
  if (last?.key.every((x, k) => x === key[k])) return last.found;
  const met = worked(hours, asked, price);
  const found = { ...met, week: met.week && withBatch(met.week, batch) };
  kept.set(hours, byLaw.set(law, { key, found }));
  return found;
}

/** Factors that are one number for every meter. */
const alike = (f: Factors): boolean => METER_IDS.every((id) => f[id] === f.input);

function worked(hours: OpenHours, { law, deferrable, day }: Asked, price: readonly number[]): ByHour {
  const { ahead, perHour } = clockOf(hours, law.hours.zone, day);
  const windowOf = windowsOn(hours, day, perHour);
  const parts = price.map(() => 0);
  let least = Infinity;
  for (const window of windowOf) least = Math.min(least, price[window]);
  const wait = { share: deferrable, cost: law.answers.wait.cost };
  const week = shifted(weekOfUse(law.hours, ahead, perHour), { windowOf, price, least }, wait);
  let cheap = 0;
  for (let h = 0; h < week.length; h++) {
    parts[windowOf[h]] += week[h];
    if (price[windowOf[h]] === least) cheap += week[h];
  }
  const factors = perMeter((id) =>
    parts.reduce((sum, part, w) => sum + part * (w < hours.factors.length ? hours.factors[w][id] : 1), 0),
  );
  return { factors, parts, week, cheap };
}

/** Batch work runs whenever there is room. */
function withBatch(week: Float64Array, batch: number): Float64Array {
  if (batch === 0) return week;
  const rest = week.map((use) => use * (1 - batch));
  fill(rest, new Uint8Array(week.length).fill(1), batch);
  return rest;
}

type Tokens = Billed["tokens"];

/** Monthly bills at these prices. */
const monthly = ({ mean: tokens, sd }: Bills, per: Tokens, paid: Tokens, o: number): Bills => ({
  mean: tokens * ((1 - o) * per.input * paid.input + o * per.output * paid.output),
  sd,
});
