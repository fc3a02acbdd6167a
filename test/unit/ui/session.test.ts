import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordingFingerprint } from "../../../engine/index.ts";
import { applySession, leverValue } from "../../../ui/store/apply.ts";
import { atInput, deleteMoves, posted, recordedCuts, shiftMoves, takeOver } from "../../../ui/store/edit-moves.ts";
import { begin, push, redo, undo } from "../../../ui/store/history.ts";
import { deflate } from "../../../ui/store/deflate.ts";
import { readLink, writeLink } from "../../../ui/store/link.ts";
import { addCuts, freshSession, isEdited, OWN, release, type Session, setLever } from "../../../ui/store/session.ts";
import { soundSession } from "../../../ui/store/sound.ts";
import { library, simulate } from "../../support/scenarios.ts";

const base = library("china-2024", { "demand.agents": 300 });
const recording = simulate(base);
const fresh = freshSession();

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const price = fc.double({ min: 0, max: 1000, noNaN: true }).map((x) => Number(x.toPrecision(4)));
const product = fc.tuple(id, fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/)).map(([v, p]) => `${v}.${p}`);
const date = fc.integer({ min: 0, max: 450 }).map((d) => new Date(Date.UTC(2024, 3, 1 + d)).toISOString().slice(0, 10));
const session: fc.Arbitrary<Session> = fc.record({
  scenario: id.filter((x) => x !== OWN),
  own: fc.constant(null),
  baseline: id,
  levers: fc.dictionary(
    id,
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((x) => x + 0),
  ),
  patches: fc.dictionary(
    fc.stringMatching(/^[a-z][a-z.-]{0,12}$/),
    fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)),
  ),
  cuts: fc.array(
    fc.record(
      { date, product, input: price, output: price, cached: price },
      { requiredKeys: ["date", "product", "input", "output"] },
    ),
    { maxLength: 5 },
  ),
  events: fc.constant([]),
  held: fc.array(product, { maxLength: 3 }),
  seed: fc.stringMatching(/^[a-z0-9]{1,6}$/),
});

describe("a link", () => {
  it("carries the whole session, to the last digit", async () => {
    await fc.assert(
      fc.asyncProperty(session, async (s) => {
        const { session: read, problems, version } = await readLink(await writeLink(s, "1.2.3"));
        expect(read).toEqual({ ...s, levers: { ...s.levers }, patches: { ...s.patches } });
        expect(problems).toEqual([]);
        expect(version).toBe("1.2.3");
      }),
    );
  });

  it("carries a scenario written by hand, Chinese and all", async () => {
    const s = {
      ...fresh,
      scenario: OWN,
      own: "id: mine\ntitle: {zh: 我的情景 🚀}\n".repeat(50),
      baseline: "china-2024",
    };
    const link = await writeLink(s, "1");
    expect(link.length).toBeLessThan(s.own.length / 4);
    expect((await readLink(link)).session).toEqual(s);
  });

  it("keeps that a scenario of one's own is held against what it was; no other can be", async () => {
    const s: Session = { ...freshSession(OWN), own: "extends: china-2024\nid: mine\n" }; // its baseline is itself
    expect((await readLink(await writeLink(s, "1"))).session).toEqual(s);
    expect((await readLink("s=no-trigger&b=own")).session.baseline).toBe("no-trigger");
    expect((await readLink(`y=${await deflate(s.own!)}&s=own`)).session.baseline).toBe("china-2024");
  });

  it("with rubbish in it is never refused as a whole: what cannot be read is named", async () => {
    const { session: read, problems } = await readLink(
      "s=china-2024&l=strength:0.5;mu:x&c=2024-13-45~a~1~2&p={oops&z=1&y=%%%",
    );
    expect(read.levers).toEqual({ strength: 0.5 });
    expect(read.cuts).toEqual([]);
    expect(problems.map((p) => p.en).join()).toMatch(/z=1.*y=….*mu:x.*2024-13-45.*oops/);
  });

  it("of any characters at all gives a session", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const { session: read } = await readLink(text);
        expect(Object.keys(read)).toEqual(Object.keys(fresh));
      }),
    );
  });
});

describe("a session", () => {
  it("without changes means the scenario itself", () => {
    expect(applySession(base, fresh)).toEqual(base);
    expect(isEdited(fresh)).toBe(false);
  });

  it("sets every lever's paths, and reads back what was set", () => {
    for (const lever of base.levers) {
      const value = lever.range[0] + 0.3 * (lever.range[1] - lever.range[0]);
      const scenario = applySession(base, setLever(fresh, lever.id, value));
      expect(leverValue(scenario, lever)).toBeCloseTo(value, 12);
      expect(scenario).not.toEqual(base);
    }
  });

  it("goes back and forth without loss", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 30 }), (values) => {
        const whole = values.reduce(push<number>, begin(0));
        const back = values.reduce((h) => undo(h), whole);
        expect(back.now).toBe(0);
        expect(values.reduce((h) => redo(h), back)).toEqual(whole);
        expect(undo(begin(1))).toEqual(begin(1));
      }),
    );
  });
});

describe("what a scenario has no place for", () => {
  it("is left out of a session, and named; the rest stays", async () => {
    const cut = { date: "2024-08-19", product: "alibaba.qwen-plus", input: 2, output: 6 };
    const s: Session = {
      ...fresh,
      levers: { mu: 0.3, strength: -5, frog: 1 },
      patches: { "vendors.baidu.strategy": { kind: "frog" }, "vendors.baidu.cash": 1e9, "vendors.nobody.cash": 1 },
      cuts: [cut, { ...cut, date: "2031-01-01" }, { ...cut, product: "nobody.x" }],
      held: ["alibaba.qwen-plus", "frog"],
    };
    const { session: sound, dropped } = await soundSession(s, base);
    expect(sound).toEqual({
      ...fresh,
      levers: { mu: 0.3 },
      patches: { "vendors.baidu.cash": 1e9 },
      cuts: [cut],
      held: ["alibaba.qwen-plus"],
    });
    expect(dropped).toEqual([
      "strength = -5",
      "frog = 1",
      "vendors.baidu.strategy",
      "vendors.nobody.cash",
      "alibaba.qwen-plus 2031-01-01",
      "nobody.x 2024-08-19",
      "frog",
    ]);
  });
});

describe("a link is held to what a file is held to", () => {
  it.each([
    ["demand.mu", 0],
    ["demand.agents", 1e9],
    ["demand.agents", 2.5],
    ["clock.tickDays", 0.001],
    ["vendors.baidu.products.ernie-lite.price.input", 1e308],
    ["demand.loyalty.sameVendor", 2],
  ])("%s = %s is left out, and what fits stays", async (path, x) => {
    const patches = { [path]: x, "vendors.baidu.cash": 1e9 };
    const { session: sound, dropped } = await soundSession({ ...fresh, patches }, base);
    expect([sound.patches, dropped]).toEqual([{ "vendors.baidu.cash": 1e9 }, [path]]);
  });
  it("a cut to a price of no market is left out", async () => {
    const cut = { date: "2024-08-19", product: "alibaba.qwen-plus", input: 1e308, output: 6 };
    expect((await soundSession({ ...fresh, cuts: [cut] }, base)).session.cuts).toEqual([]);
  });
  it("one that unpacks to more than any scenario holds is not unpacked", async () => {
    const bomb = await deflate("a".repeat(20_000_000));
    expect(bomb.length).toBeLessThan(40_000);
    const { session: read, problems } = await readLink(`s=own&y=${bomb}`);
    expect(read).toEqual(freshSession());
    expect(problems).toEqual([expect.objectContaining({ en: "This part of the link cannot be read: y=…" })]);
  });
  it("one of a million characters is not looked into, and an unknown name not repeated in full", async () => {
    const { session: read, problems } = await readLink(`s=${"x".repeat(1_000_000)}`);
    expect([read, problems.length]).toEqual([freshSession(), 1]);
    const { dropped } = await soundSession({ ...fresh, held: ["y".repeat(200_000)] }, base);
    expect(dropped[0].length).toBeLessThan(100);
  });
});

describe("a price move", () => {
  const first = recordedCuts(recording, recording.productIds)[0];
  const moves = { date: first.date, products: [first.product] };

  it("taken over where it was changes no number", () => {
    const all = {
      date: first.date,
      products: recording.productIds.filter((p) => recordedCuts(recording, [p]).length > 0),
    };
    const again = simulate(applySession(base, takeOver(fresh, recording, all)));
    const paths = (r: typeof recording) => [...r.product.priceInput, ...r.product.tokensInput];
    expect(paths(again)).toEqual(paths(recording));
  });

  it("taken over keeps its price of cached input, and at another price of input in proportion", () => {
    const product = "alibaba.qwen-plus";
    const event = { date: "2024-05-21", kind: "price", product, price: { input: 4, output: 12, cached: 1 } };
    const hits = { ...base, events: [event] };
    const r = simulate(hits);
    const s = takeOver(fresh, r, { date: event.date, products: [product] });
    expect(s.cuts[0]).toEqual({ date: event.date, product, input: 4, output: 12, cached: 1 });
    expect(applySession(hits, s).events).toContainEqual(event);
    expect(atInput(s.cuts[0], 2)).toEqual({ date: event.date, product, input: 2, output: 12, cached: 0.5 });
    expect(
      shiftMoves(fresh, r, { date: event.date, products: [product] }, { days: 1, factor: 0.5 }).cuts[0].cached,
    ).toBe(0.5);
  });

  it("dragged to another day and depth is posted there, at that price", () => {
    const s = shiftMoves(fresh, recording, moves, { days: 30, factor: 0.5 });
    const r = simulate(applySession(base, s));
    const mine = recordedCuts(r, [first.product])[0];
    expect(Date.parse(mine.date) - Date.parse(first.date)).toBe(30 * 86_400_000);
    expect(mine.input).toBe(posted(first.input / 2)); // as price lists are read
    expect(r.moves.find((m) => r.productIds[m.product] === first.product)?.rule).toBe("event");
  });

  it("dragged before the start or after the end stops there", () => {
    const early = shiftMoves(fresh, recording, moves, { days: -9999, factor: 1 });
    expect(early.cuts[0].date).toBe(base.clock.start);
  });

  it("deleted is not made, and given back to the model is made as before", () => {
    const gone = deleteMoves(fresh, recording, moves);
    expect(recordedCuts(simulate(applySession(base, gone)), [first.product]).some((c) => c.date === first.date)).toBe(
      false,
    );
    const back = simulate(applySession(base, release(gone, [first.product])));
    expect(recordingFingerprint(back)).toBe(recordingFingerprint(recording));
  });

  it("is one a product and day", () => {
    const cut = { date: "2024-08-19", product: "alibaba.qwen-plus", input: 2, output: 6 };
    const s = addCuts(addCuts(fresh, [cut]), [{ ...cut, input: 1 }]);
    expect(s.cuts).toEqual([{ ...cut, input: 1 }]);
  });
});
