import { describe, expect, it } from "vitest";
import { fingerprint, type Scenario } from "../../../engine/index.ts";
import { applySession } from "../../../ui/store/apply.ts";
import { readMine } from "../../../ui/store/mine-list.ts";
import { libraryText, readOwn } from "../../../ui/store/own.ts";
import { addCuts, freshSession, hold, OWN, type Session, setLever, setPatch } from "../../../ui/store/session.ts";
import { HeldDatedPrices, sessionYaml } from "../../../ui/store/session-yaml.ts";
import { library } from "../../support/scenarios.ts";

/** All that decides numbers; names and sources do not. */
const numbers = ({ vendors, demand, clock, events, strategies, fx }: Scenario) => fingerprint({ vendors, demand, clock, events, strategies, fx }); // prettier-ignore

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
    const session = setPatch(hold(addCuts(freshSession(), [cut]), ["alibaba.qwen-plus"], [{ ...cut, product: "alibaba.qwen-plus" }]), "vendors.zhipu.strategy", strategy); // prettier-ignore
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

  it("says when a file cannot hold it: dated prices of the library cannot be taken back", () => {
    const history = library("china-2024-history");
    const dated = String(history.events.find((e) => e.kind === "price")!.product);
    const session = hold(freshSession("china-2024-history"), [dated], []);
    expect(() => sessionYaml(session, history, "Mine")).toThrow(HeldDatedPrices);
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
