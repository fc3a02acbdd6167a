import { blendedCost } from "../../engine/metrics/metric.ts";
import { describe, expect, test } from "vitest";
import { lanesOf } from "../../charts/data/lanes.ts";
import { measure } from "../../charts/data/measures.ts";
import { priceTable, segmentTable } from "../../cli/terminal.ts";
import { anatomy, explainRuns, headline, metrics, type Recording, recordingFingerprint } from "../../engine/index.ts";
import { headlineAnswers, headlineTitle } from "../../words/headline-words.ts";
import { textbook } from "../support/textbook.ts";
import { library, simulate } from "../support/scenarios.ts";

const event = (date: string, product: string, price: object) => ({ date, kind: "price", product, price });
const cutVideo = event("2024-04-10", "minimax.hailuo", { input: 5e4 });
const dearApp = event("2024-04-10", "baidu.wenxiaoyan", { input: 3 });
const market = (values: object = {}) =>
  library("whole-market", {
    "demand.agents": 4000,
    "clock.end": "2024-04-30",
    "clock.tickDays": 7,
    "vendors.baidu.products.wenxiaoyan.price": { input: 1, output: 0 },
    ...values,
  });

const quiet = simulate(market());
const moved = simulate(market({ events: [cutVideo, dearApp] }));
const last = (r: Recording, metric: string, id: string) =>
  metrics
    .get(metric)
    .compute(r)
    .at(r.productIds.indexOf(id) - r.productIds.length)!;
const column = (r: Recording, name: keyof Recording["product"], id: string) =>
  r.product[name].at(r.productIds.indexOf(id) - r.productIds.length)!;

describe("where apps are sold by the month and video by the second", () => {
  test("indices and averages of prices per token know neither", () => {
    for (const id of ["priceIndex", "unitValue"])
      expect(metrics.get(id).compute(moved)).toEqual(metrics.get(id).compute(quiet));
    expect(headline(moved)).toMatchObject({ moves: 2, priceFall: 0, costFall: headline(quiet).costFall });
    const developers = market({ events: [event("2024-04-10", "alibaba.qwen-plus", { input: 4 })] });
    expect(headline(simulate(developers)).priceFall).toBeGreaterThan(0);
  });

  test("the headline counts prices of every meter, and says which its index is of", () => {
    const h = headline(moved);
    expect(h.meter).toBe("token");
    expect(h.others.map(({ meter }) => meter)).toEqual(["month", "second"]);
    const [apps, video] = h.others.map(({ priceFall }) => priceFall);
    expect(apps).toBeLessThan(0); // one app of three got dearer
    expect(video).toBeGreaterThan(0);
    expect(headline(quiet).others.map(({ priceFall }) => priceFall)).toEqual([0, 0]);
    const [prices, cost, share] = headlineAnswers(h, market(), "en");
    expect(prices.detail).toMatch(/^per token; by the month \+\d+%; by the second −\d+%; since/);
    expect(cost.answer).toMatch(/^unit cost per token /);
    expect(share.detail).toMatch(/^of tokens, without video/);
    expect(headlineTitle(h, market(), "en")).toMatch(/^List prices per token ended where they began/);
    const api = headline(simulate(textbook()));
    expect(headlineAnswers(api, textbook(), "en")[0].detail).toMatch(/^since/);
  });

  test("a market that sells nothing by the token has the index, the costs and the shares of what it sells", () => {
    const cut = { date: "2024-01-08", kind: "price", product: "v0.p", price: { second: 1.2e-6 } };
    const seconds = { ...textbook(), arenas: { api: { meter: "second" as const } }, events: [cut] };
    const h = headline(simulate(seconds));
    expect([h.meter, h.others]).toEqual(["second", []]);
    expect(h.priceFall).toBeGreaterThan(0.05);
    expect(h.paidFall).toBeGreaterThan(0.05);
    expect(h.costFall).toBe(0);
    expect(h.gainer!.vendor).toBe("v0");
    expect(headlineTitle(h, seconds, "en")).toMatch(/^List prices fell \d+% and V0 gained most/);
  });

  test("tokens are those of tokens and apps, and no second of video is one", () => {
    const { meters, product, productIds } = quiet;
    const tokens = productIds.reduce(
      (sum, id, j) =>
        sum +
        (meters.product[j] === "second" ? 0 : column(quiet, "tokensInput", id) + column(quiet, "tokensOutput", id)),
      0,
    );
    expect(metrics.get("tokens").compute(quiet).at(-1)).toBeCloseTo(tokens, 9);
    const sold = (vendor: string) =>
      productIds.reduce((sum, id, j) => {
        const own = id.startsWith(`${vendor}.`) && meters.product[j] !== "second";
        return own ? sum + column(quiet, "tokensInput", id) + column(quiet, "tokensOutput", id) : sum;
      }, 0);
    const shares = metrics.get("tokenShare").compute(quiet).slice(-quiet.vendorIds.length);
    quiet.vendorIds.forEach((id, v) => expect(shares[v]).toBeCloseTo(sold(id) / tokens, 12));
    const more = {
      ...quiet,
      product: {
        ...product,
        tokensInput: product.tokensInput.map((x, k) => (meters.product[k % productIds.length] === "second" ? 1e6 : x)),
      },
    };
    expect(metrics.get("tokenShare").compute(more)).toEqual(metrics.get("tokenShare").compute(quiet));
  });

  test("a Lerner index holds a subscription against what its user costs, and a second against a second", () => {
    const app = "baidu.wenxiaoyan";
    const cost =
      column(quiet, "tokensInput", app) * column(quiet, "unitCostInput", app) +
      column(quiet, "tokensOutput", app) * column(quiet, "unitCostOutput", app);
    const revenue = column(quiet, "revenue", app);
    expect(last(quiet, "lerner", app)).toBeCloseTo((revenue - cost) / revenue, 9);
    const video = "minimax.hailuo";
    const [p, c] = [column(quiet, "priceInput", video), column(quiet, "unitCostInput", video)];
    expect(last(quiet, "lerner", video)).toBeCloseTo((p - c) / p, 12);
    expect(last(quiet, "lerner", "moonshot.kimi")).toBe(-1);
  });

  test("an app is sold below cost where a user pays less than its use costs, not than a million tokens", () => {
    const at = (week: number) =>
      headline(simulate(market({ "vendors.bytedance.products.doubao.price": { input: week, output: 0 } })));
    const perUser = column(quiet, "tokensInput", "bytedance.doubao") / column(quiet, "users", "bytedance.doubao");
    expect(perUser).toBeLessThan(0.5); // Mtok a week: a price between the two costs tells them apart
    expect(at(0.2).belowCost).not.toContain("bytedance.doubao");
    expect(at(0.002).belowCost).toContain("bytedance.doubao");
    expect(headline(quiet).free).toEqual(["bytedance.doubao", "moonshot.kimi"]);
  });

  test("a war is one of prices per token, and none of them is split by what video costs", () => {
    const span = { from: quiet.dates[0], to: quiet.dates.at(-1)! };
    expect(anatomy(moved, span)).toBeNull();
    const split = explainRuns([moved], span).products.map((x) => x.id);
    expect(split).toContain("zhipu.glm-4");
    expect(split.filter((id) => ["minimax.hailuo", "baidu.wenxiaoyan"].includes(id))).toEqual([]);
  });

  test("terminal and charts say a price by the month or the second as people know it, and none per token", () => {
    const s = market();
    const table = priceTable(moved, s, "en");
    expect(table).toMatch(/Wenxiaoyan\s+4\.35\/month\s+13\.0\/month\s+[\d.]+\/month/);
    expect(table).toMatch(/Hailuo \(video\)\s+0\.500\/s\s+0\.0500\/s\s+[\d.]+\/s/);
    expect(segmentTable(moved, s, "en")).toMatch(/Consumers .*–\s+–/);
    const texts = lanesOf({ scenario: s, recording: moved }, "en", "light").flatMap((l) =>
      l.points.flatMap((p) => p.texts[0]),
    );
    expect(texts).toEqual(expect.arrayContaining(["0.500/s → 0.0500/s", "4.35/month → 13.0/month"]));
    for (const id of ["listPrice", "priceInput", "unitCost"]) {
      const shown = measure(id).compute(moved);
      const live = moved.productIds.flatMap((name, j) => (column(moved, "live", name) === 1 ? [j] : []));
      for (const j of live)
        expect(Number.isFinite(shown.at(j - moved.productIds.length))).toBe(moved.meters.product[j] === "token");
    }
  });

  test("how things are billed is no result: fingerprints leave it out", () => {
    const other = { ...quiet, meters: { product: [], segment: [] } };
    expect(recordingFingerprint(other)).toBe(recordingFingerprint(quiet));
  });
});

test("a subscription's cost is what all its users use over how many they are, few as they may be", () => {
  const of = (users: number) =>
    blendedCost({
      product: {
        unitCostInput: [2],
        unitCostOutput: [8],
        users: [users],
        tokensInput: [3],
        tokensOutput: [1],
      },
      meters: { product: ["month"] },
    } as never)[0];
  expect(of(7)).toBe(2);
  expect(of(0.5)).toBe(28);
  expect(of(0)).toBeNaN();
});
