import { z } from "zod";
import { costModels } from "../costs/index.ts";
import { type ListedPrice, ONE_TOKEN } from "../price.ts";
import { strategies } from "../strategies/index.ts";
import type { Builders } from "./builders.ts";
import { every, plan, tariff } from "./schema-tariff.ts";
import { chosen, share, positive, atLeastZero, real, tax } from "./schema-leaves.ts";

/** Tokens by meter; or a month's subscription; or a second of video. */
const price = (q: Builders) =>
  q.prices().superRefine((list, ctx) => {
    const named = Object.keys(list).filter((meter) => list[meter as keyof ListedPrice] !== undefined);
    const tokens = named.includes("input") && named.includes("output");
    const one = named.length === 1 && (named[0] === "month" || named[0] === "second");
    if (one || (tokens && list.month === undefined && list.second === undefined)) return;
    ctx.issues.push({ code: "custom", input: list, message: PRICE_FORMS.en, params: { text: PRICE_FORMS } });
  });

const PRICE_FORMS = {
  en: "expected either {input, output}, or {month} alone for an app, or {second} alone for video",
  zh: "只能取一种写法：{input, output}；应用单写 {month}；视频单写 {second}",
};

const allowance = (q: Builders) =>
  z.strictObject({
    quota: q.quantity("Mtok/week", { min: ONE_TOKEN }),
    every: every(),
    beyond: z.enum(["pay", "stop"]).default("stop"),
  });

const openWeights = (q: Builders) =>
  z.strictObject({
    date: q.date(),
    hosts: z.int().min(1).max(8).default(2),
    delayDays: atLeastZero(q, "days").default(28),
    trust: real(q).default(-0.9),
    margin: q.quantity("1", { min: -1, max: 0.95 }).default(0.2),
    load: q.quantity("1", { exclusiveMin: 0, max: 1 }).default(0.3),
  });

const product = (q: Builders) =>
  z.strictObject({
    name: q.text().optional(),
    owner: z.string().optional(),
    tier: z.string().default("main"),
    arena: z.string().default("api"),
    launch: q.launch().nullable().default(null),
    reference: z.boolean().default(false),
    quality: q.quantity("1", { min: -20, max: 20 }).default(0),
    appeal: q.quantity("money/Mtok", {}).default(0),
    price: price(q),
    tariff: tariff(q).nullable().default(null),
    tokensPerTask: q.series("1", { exclusiveMin: 0 }).default(1),
    outputPerTask: q.series("1", { exclusiveMin: 0 }).default(1),
    plan: plan(q).optional(),
    free: allowance(q).optional(),
    fit: z.record(z.string(), share(q)).default({}),
    only: z.array(z.string()).min(1).optional(),
    fitRate: atLeastZero(q, "1/week").default(0),
    openWeights: openWeights(q).optional(),
    cost: chosen(q, costModels, {}),
    strategy: chosen(q, strategies, {}).optional(),
  });

export const vendor = (q: Builders) =>
  z.strictObject({
    name: q.text(),
    short: q.text().optional(),
    owner: z.string().optional(),
    tax: tax(q).optional(),
    trust: q.quantity("1", { min: -20, max: 20 }).default(0),
    reach: atLeastZero(q).default(1),
    load: q.quantity("1", { exclusiveMin: 0, max: 1 }).default(0.4),
    cash: q.quantity("money", {}).nullable().default(null),
    purse: atLeastZero(q, "money").default(0),
    research: research(q).nullable().default(null),
    funding: funding(q).nullable().default(null),
    outlays: atLeastZero(q, "money/week").default(0),
    inProportion: z.boolean().optional(),
    trustBy: z.record(z.string(), real(q)).default({}),
    credits: z
      .strictObject({ amount: atLeastZero(q, "Mtok"), from: q.date().nullable().default(null) })
      .default({ amount: 0, from: null }),
    offPeak: z
      .strictObject({
        discount: share(q).default(0),
        hours: share(q).default(0.33),
        from: q.date().nullable().default(null),
      })
      .default({ discount: 0, hours: 0.33, from: null }),
    fleet: fleet(q).nullable().default(null),
    fleetUse: q.series("1", { exclusiveMin: 0, max: 1 }).default(1),
    captive: q.series("Mtok/day", { min: 0 }).default(0),
    conduct: conduct(q).prefault({}),
    strategy: chosen(q, strategies, {}),
    products: z.record(q.id(), product(q)),
  });

const research = (q: Builders) =>
  z.strictObject({
    spend: atLeastZero(q, "money/week"),
    reference: positive(q, "money/week"),
    returns: share(q).default(0.5),
    arrivals: atLeastZero(q, "1/year").default(0),
    step: atLeastZero(q).default(0.1),
    catchUp: atLeastZero(q, "1/year").default(0),
    openBoost: positive(q).default(2),
    efficiency: atLeastZero(q, "1/year").default(0),
    marginPull: atLeastZero(q).default(0),
    caution: atLeastZero(q).default(0),
  });

const funding = (q: Builders) =>
  z.strictObject({
    round: positive(q, "money"),
    rounds: atLeastZero(q, "1/year").default(0.7),
    growthPull: atLeastZero(q).default(0.3),
    burnPush: atLeastZero(q).default(0.3),
    sentimentPull: atLeastZero(q).default(3),
    tolerance: positive(q, "money"),
  });

const conduct = (q: Builders) =>
  z.strictObject({
    shareWeight: atLeastZero(q).default(0),
    largestCut: share(q).default(1),
    everyDays: q.quantity("days", { min: 1, integer: true }).default(1),
    sees: z.enum(["now", "never"]).default("now"),
    sightLag: atLeastZero(q, "days").default(0),
    sightNoise: atLeastZero(q).default(0),
  });

const fleet = (q: Builders) =>
  z.strictObject({
    gpus: atLeastZero(q, "GPU").nullable().default(null),
    leadWeeks: atLeastZero(q, "weeks").default(8),
    planWeeks: positive(q, "weeks").default(8),
    ceiling: q.quantity("1", { exclusiveMin: 0, max: 1 }).default(0.9),
    releasePerWeek: share(q).default(0.04),
    leastPerProduct: atLeastZero(q, "GPU").default(8),
  });
