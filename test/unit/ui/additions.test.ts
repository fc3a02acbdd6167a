import { describe, expect, it } from "vitest";
import { compile, type Scenario, simulateModel } from "../../../engine/index.ts";
import { addPlan, addProduct, addSegment, addVendor, type NewProduct } from "../../../ui/store/additions.ts";
import { applySession } from "../../../ui/store/apply.ts";
import { changesOf } from "../../../ui/store/changes.ts";
import { readLink, writeLink } from "../../../ui/store/link.ts";
import { readOwn } from "../../../ui/store/own.ts";
import { changedBy, pastedMoves, pricedOn } from "../../../ui/store/paste-moves.ts";
import { addCuts, addEvent, followScript, freshSession, type Session } from "../../../ui/store/session.ts";
import { sessionYaml } from "../../../ui/store/session-yaml.ts";
import { soundSession } from "../../../ui/store/sound.ts";
import { library, simulate } from "../../support/scenarios.ts";

const base = library("china-2024", { "demand.agents": 300, "clock.tickDays": 7, "clock.burnInWeeks": 8 });
const recording = simulate(base);
const product = (name: string): NewProduct => ({
  name,
  like: "zhipu.glm-4",
  input: 3,
  output: 6,
  launch: "2024-07-01",
});

/** A vendor with three products and a plan, and a segment, as the forms make them. */
function grown(): Session {
  const first = addVendor(freshSession(), base, "Northstar AI", "zhipu", product("North One"));
  const now = (s: Session): Scenario => applySession(base, s);
  let s = first.session;
  for (const name of ["North Two", "North Three"]) s = addProduct(s, now(s), first.id, product(name));
  const [segment] = Object.keys((base.demand as unknown as { segments: object }).segments);
  const terms = { like: `${first.id}.north-one`, fee: 49, quota: 20, every: "week", beyond: "stop", segment } as const;
  s = addPlan(s, now(s), first.id, { name: "North Plan", ...terms });
  return addSegment(s, now(s), "Schools", segment, 0.1);
}

describe("what forms add", () => {
  it("is in the market: a vendor, three products, a plan, a segment, and runs", () => {
    const scenario = applySession(base, grown());
    expect(Object.keys(scenario.vendors["northstar-ai"].products)).toEqual([
      "north-one",
      "north-two",
      "north-three",
      "north-plan",
    ]);
    const run = simulateModel(compile(scenario, { seed: "1" }));
    expect(run.vendorIds).toContain("northstar-ai");
    expect(run.segmentIds).toContain("schools");
  });

  it.each(["en", "zh"] as const)("is listed by its own name, never by a path or a row of numbers (%s)", (lang) => {
    const listed = changesOf(grown(), base, lang).map(({ what, from, to }) => `${what} ${from} ${to}`);
    const sign = lang === "en" ? ": " : "：";
    for (const name of ["Northstar AI", "North Two", "North Plan", "Schools"])
      expect(listed.some((text) => text.includes(`${sign}${name}`))).toBe(true);
    for (const text of listed) expect(text).not.toMatch(/undefined|vendors\.|demand\.|arenas\.|\d\/\d/);
  });

  it("is written as a file that says the same, and runs to the same numbers", () => {
    const [session, scenario] = [grown(), applySession(base, grown())];
    const library_ = library("china-2024");
    const yaml = sessionYaml(session, library_, "Mine");
    const read = readOwn(yaml).scenario;
    const said = applySession(library_, session);
    for (const vendor of ["northstar-ai"]) expect(read.vendors[vendor].products).toEqual(said.vendors[vendor].products);
    expect(read.arenas["plans"].meter).toBe(scenario.arenas["plans"].meter);
    expect(read.demand).toEqual(said.demand);
  });

  it("is carried by a link, and a link with nonsense in its place is not", async () => {
    const session = grown();
    const { session: read, problems } = await readLink(await writeLink(session, "1"));
    expect(problems).toEqual([]);
    expect((await soundSession(read, base)).dropped).toEqual([]);
    const dropped = async (patches: Session["patches"]) => (await soundSession({ ...session, patches }, base)).dropped;
    expect(await dropped({ "vendors.x.frog": { a: 1 } })).toEqual(["vendors.x.frog"]);
    expect(await dropped({ "vendors.x": { products: { y: { price: "frog" } } } })).toEqual(["vendors.x"]);
  });
});

describe("moves from a spreadsheet", () => {
  const read = (text: string) => pastedMoves(text, { scenario: base, recording });

  it("are read by name, day and price, in either language and any order", () => {
    const { cuts, events, problems } = read(
      "DeepSeek-V2\t19 Aug 2024\t-50 %\n2024年9月2日，豆包-lite，免费，仅此\nzhipu.glm-4, 2024-10-01, 5, 10",
    );
    expect(problems).toEqual([]);
    const before = pricedOn(recording, "deepseek.v2", "2024-08-19");
    expect(cuts[0]).toEqual({ date: "2024-08-19", product: "deepseek.v2", ...changedBy(before, -50) });
    expect(cuts[1]).toEqual({ date: "2024-09-02", product: "bytedance.doubao-lite", input: 0, output: 0 });
    expect(cuts[2]).toEqual({ date: "2024-10-01", product: "zhipu.glm-4", input: 5, output: 10 });
    expect(events).toEqual([followScript("bytedance", "2024-09-02")]);
  });

  it("rise and fall in the words people use, and say no two things at once", () => {
    const to = (change: string) => read(`zhipu.glm-4, 2024-10-01, ${change}`).cuts[0];
    const now = pricedOn(recording, "zhipu.glm-4", "2024-10-01");
    for (const rise of ["涨20%", "上调 20％", "up 20 %", "+20%", "Raised by 20%"])
      expect(to(rise)).toMatchObject(changedBy(now, 20));
    for (const fall of ["降20%", "下调20%", "cut by 20 %", "down 20%", "20%", "−20%"])
      expect(to(fall)).toMatchObject(changedBy(now, -20));
    expect(to("涨-20%")).toBeUndefined();
  });

  it("are wholly read or refused, and what is refused stays to be mended", () => {
    const good = "zhipu.glm-4, 2024-10-01, 5";
    const bad = [
      "DeepSeek-V2, 1 Jul 2024, -150 %",
      "豆包-lite, 2024年7月15日, 免费, 只",
      "DeepSeek-V2, 1 Apr 2024, -50 %",
      "zhipu.glm-4, 2024-10-01, 6",
    ];
    const { cuts, problems, left } = read([bad[0], good, ...bad.slice(1)].join("\n"));
    expect(cuts).toEqual([{ date: "2024-10-01", product: "zhipu.glm-4", input: 5, output: 5 }]);
    expect(left).toEqual(bad);
    expect(problems.map((p) => p.en.split(":")[0])).toEqual([
      "A price cannot fall by more than 100 %",
      "“只” was not understood",
      "On sale from 2024-05-06 only",
      "A second move of that product on that day",
    ]);
  });

  it("say line by line what cannot be read", () => {
    const { cuts, problems } = read("Frog-1, 19 Aug 2024, free\nDeepSeek-V2, -50 %\nDeepSeek-V2, 19 Aug 2024");
    expect(cuts).toEqual([]);
    expect(problems.map((p) => p.en.split(":")[0])).toEqual([
      "No product is called so",
      expect.stringMatching(/^A day from/),
      "A price or a percentage is missing",
    ]);
  });
});

it("from its day on a vendor on a script moves by what is set alone, and the change is listed", () => {
  const moved = addCuts(freshSession(), [
    { date: "2024-09-02", product: "bytedance.doubao-lite", input: 0, output: 0 },
  ]);
  const scripted = addEvent(moved, followScript("bytedance", "2024-06-01"));
  const run = simulate(applySession(base, scripted));
  const own = run.moves.filter(
    (m) => run.productIds[m.product].startsWith("bytedance.") && run.dates[m.tick] > "2024-06-08",
  );
  expect(own.map((m) => run.productIds[m.product])).toEqual(["bytedance.doubao-lite"]);
  const told = changesOf(scripted, base, "en").map(({ to }) => to);
  expect(told.some((text) => text.includes("reacts to nobody"))).toBe(true);
});
