import { describe, expect, it } from "vitest";
import { fingerprint, patchScenario, recordingFingerprint, type Scenario } from "../../../engine/index.ts";
import { applySession } from "../../../ui/store/apply.ts";
import { readMine } from "../../../ui/store/mine-list.ts";
import { libraryText, readOwn } from "../../../ui/store/own.ts";
import { addCuts, freshSession, hold, OWN, type Session, setLever, setPatch } from "../../../ui/store/session.ts";
import { sessionYaml } from "../../../ui/store/session-yaml.ts";
import { library, simulate } from "../../support/scenarios.ts";

/** All that decides numbers; names and sources do not. */
const numbers = ({ vendors, demand, clock, events, strategies, fx }: Scenario) =>
  fingerprint({ vendors, demand, clock, events, strategies, fx });

/** What it comes to, with few people. */
const outcome = (scenario: Scenario) =>
  recordingFingerprint(simulate(patchScenario(scenario, { "demand.agents": 300, "clock.burnInWeeks": 4 })));

const exported = (session: Session, base: Scenario) => readOwn(sessionYaml(session, base, "Mine")).scenario;

describe("a scenario exported as YAML", () => {
  const base = library("china-2024");
  const cut = { date: "2024-08-19", product: "baidu.ernie-3.5", input: 1, output: 2 };

  it.each(base.levers.map((lever) => lever.id))("means the same with lever %s moved", (id) => {
    const lever = base.levers.find((l) => l.id === id)!;
    const session = setLever(freshSession(), id, lever.plausible[1]);
    expect(numbers(exported(session, base))).toBe(numbers(applySession(base, session)));
  });

  it("means the same with cuts, products held by hand and a strategy changed", () => {
    const strategy = { kind: "undercut" };
    const session = setPatch(
      hold(addCuts(freshSession(), [cut]), ["alibaba.qwen-plus"], [{ ...cut, product: "alibaba.qwen-plus" }]),
      "vendors.zhipu.strategy",
      strategy,
    );
    const [ours, theirs] = [exported(session, base), applySession(base, session)];
    expect(ours.events).toEqual(theirs.events);
    expect(ours.vendors.alibaba.products["qwen-plus"].strategy).toMatchObject({ kind: "hold" });
    expect(ours.vendors.zhipu.strategy.kind).toBe("undercut");
  });

  it("keeps a text of one's own, comments and sources with it", () => {
    const own = libraryText("china-2024").text;
    const session = setLever({ ...freshSession(OWN), own }, "entrant-price", 4);
    const text = sessionYaml(session, base, "Mine");
    expect(text).toContain("sources:");
    expect(numbers(readOwn(text).scenario)).toBe(numbers(applySession(base, session)));
  });

  it.each(["china-2024-history", "giant-goes-free", "r1-shock"])(
    "takes dated prices of %s back where a hand holds the product",
    (id) => {
      const scenario = library(id);
      const dated = String(scenario.events.find((e) => e.kind === "price")!.product);
      const session = hold(freshSession(id), [dated], [{ ...cut, product: dated }]);
      const text = sessionYaml(session, scenario, "Mine");
      expect(readOwn(text).scenario.events.filter((e) => e.kind === "price" && e.product === dated)).toHaveLength(1);
      expect(outcome(readOwn(text).scenario)).toBe(outcome(applySession(scenario, session)));
      expect(text).not.toMatch(/^extends|^expect/m);
    },
  );

  it("takes them back too where a text of one's own extends the scenario that has them", () => {
    const own = `extends: china-2024-history
id: mine
events:
  - {date: 2024-09-02, kind: price, product: moonshot.v1, price: {input: 9, output: 9}}
`;
    const { scenario } = readOwn(own);
    const dated = String(scenario.events.find((e) => e.kind === "price")!.product);
    const session = hold({ ...freshSession(OWN), own }, [dated], [{ ...cut, product: dated }]);
    expect(outcome(exported(session, scenario))).toBe(outcome(applySession(scenario, session)));
  });
});

describe("what is kept in the browser", () => {
  it.each([[null], [""], ["{"], ["7"], ['[{"id":1}]']])("reads %s as nothing", (text) => {
    expect(readMine(text)).toEqual([]);
  });

  it("drops damaged entries and keeps the others", () => {
    const good = { id: "a", name: "A", link: "s=china-2024" };
    expect(readMine(JSON.stringify([{ name: "no link" }, good]))).toEqual([good]);
  });
});
