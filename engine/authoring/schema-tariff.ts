import { z } from "zod";
import type { Text } from "../text/text.ts";
import { WEEKDAYS, type Window, WINDOWS } from "../scenario/tariff.ts";
import { DAY_SHAPES, type DayShape } from "../scenario/traffic.ts";
import type { Builders } from "./builders.ts";
import { atLeastZero, positive, share } from "./schema-leaves.ts";

const windows = Object.keys(WINDOWS) as [Window, ...Window[]];
/** Over what a quota counts. */
export const every = () => z.enum(windows).default("week");

const tokens = (q: Builders) => q.quantity("tok", { exclusiveMin: 0 });
const zone = (q: Builders) => q.zone().default(8);

/** New prices or a factor: one of the two. */
const change = (q: Builders) => ({
  times: q.quantity("1", { min: 0, max: 1000 }).optional(),
  price: q.prices().optional(),
});
type Change = { readonly times?: number; readonly price?: unknown };
const oneOf = <T extends z.ZodType<Change>>(schema: T): T =>
  schema.superRefine((step, ctx) => {
    const { times, price } = step as Change;
    if ((times === undefined) === (price === undefined))
      ctx.issues.push({ code: "custom", input: step, message: ONE.en, params: { text: ONE } });
  });
const ONE = { en: "say either times or price", zh: "times 与 price 须写一个，且只写一个" };

/** A list in which no two entries begin at the same point: nobody could say which of them counts. */
const stepwise = <T extends z.ZodType<{ readonly above: number }>>(step: T) =>
  z.array(step).superRefine((steps, ctx) => {
    const above = steps.map((one) => (one as { readonly above: number }).above);
    const again = above.findIndex((edge, k) => above.indexOf(edge) < k);
    if (again >= 0) refuse(ctx, steps, [again, "above"], TWICE);
  });

type Issues = { readonly issues: { push(issue: object): unknown } };
const refuse = (ctx: Issues, input: unknown, path: readonly (string | number)[], text: Text): void => {
  ctx.issues.push({ code: "custom", input, path: [...path], message: text.en, params: { text } });
};
const TWICE = { en: "two steps begin here: leave one out", zh: "有两档从同一处开始：请去掉一档" };
const NO_HOURS = {
  en: "a window ends at another hour than it begins; the whole day is {from: 0, to: 24}",
  zh: "时段的起止不能是同一小时；全天请写 {from: 0, to: 24}",
};
const BACKWARDS = { en: "a promotion ends on or after the day it begins", zh: "促销的结束日不得早于开始日" };

const window = (q: Builders) =>
  oneOf(
    z.strictObject({
      days: z
        .array(z.enum(WEEKDAYS))
        .min(1)
        .default([...WEEKDAYS]),
      from: q.clock(),
      to: q.clock(),
      ...change(q),
    }),
  ).superRefine((span, ctx) => {
    if (span.from === span.to) refuse(ctx, span, ["to"], NO_HOURS);
  });

const promotion = (q: Builders) =>
  oneOf(
    z.strictObject({
      from: q.date().nullable().default(null),
      until: q.date().nullable().default(null),
      ended: q.date().nullable().default(null),
      ...change(q),
    }),
  ).superRefine((one, ctx) => {
    const { from } = one;
    for (const end of ["until", "ended"] as const) {
      const last = one[end];
      if (from !== null && last !== null && last < from) refuse(ctx, one, [end], BACKWARDS);
    }
  });

/** How a list becomes a bill. */
export const tariff = (q: Builders) =>
  z.strictObject({
    brackets: z
      .strictObject({
        by: z.enum(["prompt", "marginal"]).default("prompt"),
        steps: stepwise(oneOf(z.strictObject({ above: tokens(q), ...change(q) }))).min(1),
      })
      .nullable()
      .default(null),
    hours: z
      .strictObject({
        zone: zone(q),
        windows: z.array(window(q)).min(1),
        holidays: z.array(q.date()).default([]),
      })
      .nullable()
      .default(null),
    batch: share(q).nullable().default(null),
    per: z
      .strictObject({
        request: atLeastZero(q, "money").default(0),
        call: atLeastZero(q, "money").default(0),
        image: atLeastZero(q, "money").default(0),
      })
      .default({ request: 0, call: 0, image: 0 }),
    promotions: z.array(promotion(q)).default([]),
    tokenizer: positive(q).default(1),
    volume: volume(q).nullable().default(null),
    discounts: z.record(z.string(), share(q)).default({}),
  });

const times = (q: Builders) => q.quantity("1", { min: 0, max: 10 });

const volume = (q: Builders) =>
  z.strictObject({
    steps: stepwise(z.strictObject({ above: atLeastZero(q, "money/month"), times: times(q) })).default([]),
    minimum: atLeastZero(q, "money/month").default(0),
    commitments: z.array(z.strictObject({ spend: positive(q, "money/month"), times: times(q) })).default([]),
  });

/** A subscription held against paying by the token. What lies beyond its quota has a price where it is paid. */
export const plan = (q: Builders) =>
  z
    .strictObject({
      quota: z.array(z.strictObject({ tokens: q.quantity("Mtok", { exclusiveMin: 0 }), every: every() })).default([]),
      beyond: z.enum(["stop", "slow", "pay"]).default("stop"),
      slow: atLeastZero(q).default(0.5),
      overage: z.strictObject({ input: atLeastZero(q, "money/Mtok"), output: atLeastZero(q, "money/Mtok") }).optional(),
      covers: z.array(z.strictObject({ product: z.string(), burn: positive(q).default(1) })).default([]),
    })
    .superRefine((terms, ctx) => {
      if (terms.beyond === "pay" && terms.overage === undefined) refuse(ctx, terms, ["overage"], NO_OVERAGE);
    })
    .transform(({ covers, overage = { input: 0, output: 0 }, ...terms }) => ({ ...terms, overage, covers }));

const NO_OVERAGE = {
  en: "what lies beyond the quota is paid, so say at what price: overage: {input: 1 CNY/Mtok, output: 4 CNY/Mtok}",
  zh: "超出额度的部分按量付费，须写明价格：overage: {input: 1 CNY/Mtok, output: 4 CNY/Mtok}",
};

/** What a segment's use looks like. */
export const traffic = (q: Builders) =>
  z
    .strictObject({
      prompts: z
        .strictObject({
          median: tokens(q).default(2000),
          sd: q.quantity("1", { min: 0, max: 5 }).default(1.2),
          points: z.array(z.strictObject({ tokens: tokens(q), share: positive(q) })).default([]),
        })
        .default({ median: 2000, sd: 1.2, points: [] }),
      hours: z
        .strictObject({
          zone: zone(q),
          shape: z.enum(Object.keys(DAY_SHAPES) as [DayShape, ...DayShape[]]).default("even"),
          byHour: z.array(atLeastZero(q)).length(24).nullable().default(null),
          weekend: atLeastZero(q).default(1),
        })
        .default({ zone: 8, shape: "even", byHour: null, weekend: 1 }),
      calls: atLeastZero(q).default(0),
      images: atLeastZero(q).default(0),
      task: tokens(q).default(10_000),
      seats: positive(q).default(1),
      answers: answers(q).prefault({}),
    })
    .prefault({});

const answers = (q: Builders) => {
  const answer = (cost: number) =>
    z.strictObject({ share: share(q).default(0), cost: atLeastZero(q).default(cost) }).default({ share: 0, cost });
  return z.strictObject({
    wait: z.strictObject({ cost: atLeastZero(q).default(0) }).default({ cost: 0 }),
    batch: answer(0.3),
    cache: answer(0.5),
    route: answer(0.5),
    foresee: z.strictObject({ weeks: atLeastZero(q, "weeks").default(0) }).default({ weeks: 0 }),
    bill: z.enum(["own", "mean"]).default("own"),
    trim: z.strictObject({ elasticity: q.quantity("1", { min: 0, max: 5 }).default(0) }).default({ elasticity: 0 }),
  });
};
