import { describe, expect, it } from "vitest";
import { compile, NO_TARIFF, segmentsOf, simulateModel } from "../../../engine/index.ts";
import { addPlan, addSegment, addVendor } from "../../../ui/store/additions.ts";
import { applySession } from "../../../ui/store/apply.ts";
import { changesOf } from "../../../ui/store/changes.ts";
import { readLink, writeLink } from "../../../ui/store/link.ts";
import { readOwn } from "../../../ui/store/own.ts";
import { freshSession, type Session, setPatch } from "../../../ui/store/session.ts";
import { sessionYaml } from "../../../ui/store/session-yaml.ts";
import { soundSession } from "../../../ui/store/sound.ts";
import { library } from "../../support/scenarios.ts";

const base = library("china-2024", { "demand.agents": 300, "clock.tickDays": 7, "clock.burnInWeeks": 8 });
const [developers] = Object.keys(segmentsOf(base));

const TARIFF = {
  ...NO_TARIFF,
  promotions: [{ from: "2024-06-01", until: "2024-08-31", ended: "2024-07-31", times: 0.5 }],
  volume: { steps: [{ above: 10_000, times: 0.9 }], minimum: 100, commitments: [{ spend: 50_000, times: 0.7 }] },
};
const QUOTA = [
  { tokens: 10, every: "week" },
  { tokens: 2.5, every: "5h" },
] as const;

/** Terms, traffic and windows as the forms put them: of what there was, and of what was added by a form before. */
function termed(): Session {
  const like = "zhipu.glm-4";
  const product = { name: "North One", like, input: 3, output: 6, launch: null };
  let { session: s } = addVendor(freshSession(), base, "Northstar", "zhipu", product);
  const plan = {
    name: "North Plan",
    like,
    fee: 49,
    quota: 20,
    every: "week",
    beyond: "stop",
    segment: developers,
  } as const;
  s = addPlan(s, applySession(base, s), "northstar", plan);
  s = addSegment(s, applySession(base, s), "Schools", developers, 0.1);
  const { plan: terms } = applySession(base, s).vendors["northstar"].products["north-plan"];
  for (const path of ["zhipu.products.glm-4", "northstar.products.north-one"])
    s = setPatch(s, `vendors.${path}.tariff`, TARIFF);
  s = setPatch(s, "vendors.northstar.products.north-plan.plan", { ...terms, quota: QUOTA, beyond: "slow" });
  for (const id of [developers, "schools"]) {
    const { traffic } = segmentsOf(applySession(base, s))[id];
    const prompts = { ...traffic.prompts, median: 9000 };
    const hours = { ...traffic.hours, shape: "office", weekend: 0.2 };
    s = setPatch(s, `demand.segments.${id}.traffic`, { ...traffic, prompts, hours });
    s = setPatch(s, `demand.segments.${id}.deferrable`, 0.3);
  }
  return s;
}

const said = (s: Session, of = base) => {
  const { vendors, demand } = applySession(of, s);
  const { products } = vendors["northstar"];
  return { glm: vendors["zhipu"].products["glm-4"].tariff, products, demand };
};

describe("terms and traffic set by forms", () => {
  it("are in the market, of what was added too, and run", () => {
    const { glm, products } = said(termed());
    expect(glm).toEqual(TARIFF);
    expect(Object.keys(products)).toEqual(["north-one", "north-plan"]);
    expect(products["north-one"].tariff).toEqual(TARIFF);
    expect(products["north-plan"].plan?.quota).toEqual(QUOTA);
    const segments = segmentsOf(applySession(base, termed()));
    for (const id of [developers, "schools"])
      expect(segments[id]).toMatchObject({ deferrable: 0.3, traffic: { prompts: { median: 9000 } } });
    expect(simulateModel(compile(applySession(base, termed()), { seed: "1" })).dates.length).toBeGreaterThan(10);
  });

  it("are written as a file that says the same", () => {
    const plain = library("china-2024");
    const { vendors, demand } = readOwn(sessionYaml(termed(), plain, "Mine")).scenario;
    const mine = said(termed(), plain);
    expect(vendors["zhipu"].products["glm-4"].tariff).toEqual(mine.glm);
    expect(vendors["northstar"].products).toEqual(mine.products);
    expect(demand).toEqual(mine.demand);
  });

  it("are carried by a link, none of them left out", async () => {
    const { session } = await readLink(await writeLink(termed(), "1"));
    const sound = await soundSession(session, base);
    expect(sound.dropped).toEqual([]);
    expect(said(sound.session)).toEqual(said(termed()));
  });

  it.each(["en", "zh"] as const)("are listed in words (%s)", (lang) => {
    for (const { what, from, to } of changesOf(termed(), base, lang)) {
      expect(`${what} ${from} ${to}`).not.toMatch(/undefined|object|vendors\.|demand\.|\[/);
      if (lang === "zh") expect(what).not.toMatch(/traffic|tariff|deferrable/);
    }
  });
});
