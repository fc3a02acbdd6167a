import { describe, expect, it } from "vitest";
import { LEVERS, replayed } from "../../../engine/class/index.ts";
import { gameAt, gameScenario } from "../../../engine/game/index.ts";
import { recordingFingerprint } from "../../../engine/index.ts";
import { classClock } from "../../../server/clock.ts";
import { pace } from "../../../server/pace.ts";
import { planOf } from "../../../server/games/ready-game.ts";
import { type Classroom, classroom, opening, plan, readyGame, sameRun, type Told } from "../../support/classroom.ts";
import { simulate } from "../../support/scenarios.ts";

const WISHES = { markets: 1, seed: "1" };
const cheap = plan();
const quick = () => classroom(cheap, { runner: sameRun(cheap) });
const cut = (input: number) => ({ prices: { p: { input, output: input } } });
const decide = (told: Told, sent: number, input: number, turn: number) =>
  told.send({ say: "decide", page: "a", sent, turn, decisions: cut(input) });
const closed = ({ room }: Pick<Classroom, "room">) =>
  expect.poll(() => room.state.phase, { interval: 5, timeout: 20_000 }).toBe("results");

describe("a class", () => {
  it("offers no lever that does nothing in its market, and no price before anything is on sale", async () => {
    const textbook = readyGame("01-bertrand");
    expect(planOf({ ...textbook, rules: { ...textbook.rules, levers: [...LEVERS] } }, WISHES).levers).toEqual([
      "prices",
    ]);
    const may = planOf(readyGame("07-may-2024"), { ...WISHES, rounds: 2 });
    expect(may.levers).toEqual(["prices", "free"]);
    const { room } = classroom(may, { events: [opening(may)] });
    await room.settled();
    const { bytedance, zhipu } = room.computed[0].digest!.course;
    expect([bytedance.price, zhipu.price[0]! > 0]).toEqual([[null], true]);
  });

  it("deals phones to the seats that fewest hold, unless they pick one", async () => {
    const { room, phone } = quick();
    await phone("Ann");
    await phone("Bo", "birch");
    await phone("Cy");
    await phone("Di");
    await phone("Ed");
    const seats = Object.values(room.state.players).map((p) => p.at.vendor);
    expect(seats).toEqual(["amber", "birch", "coral", "delta", "amber"]);
  });

  it("plays the round as soon as all who sit somewhere have decided, with bots in empty seats", async () => {
    const { room, phone, board, failures } = quick();
    const [ann, bo, teacher] = [await phone("Ann"), await phone("Bo"), await board()];
    await teacher.send({ say: "order", id: 1, order: { do: "next" } });
    await decide(ann, 1, 1.5, 1);
    expect(room.state.phase).toBe("deciding");
    await decide(bo, 1, 1.6, 1);
    await closed({ room });
    const [round] = gameAt(room.state.markets[0].session).rounds;
    expect([round.amber, round.birch]).toEqual([cut(1.5), cut(1.6)]);
    expect(Object.keys(round).toSorted()).toEqual(["amber", "birch", "coral", "delta"]);
    expect(failures).toEqual([]);
  });

  it("tells phones which quarter a round is", async () => {
    const game = quick();
    const [ann, teacher] = [await game.phone("Ann"), await game.board()];
    const from = () => {
      ann.page.refresh();
      return ann.last("player")!.view.from;
    };
    expect(from()).toBe(null);
    await teacher.send({ say: "order", id: 1, order: { do: "next" } });
    expect(from()).toBe(cheap.arms[0].scenario.clock.start);
    await decide(ann, 1, 1.5, 1);
    await closed(game);
    await teacher.send({ say: "order", id: 2, order: { do: "next" } });
    expect(from()).toBe("2024-04-01");
  });

  it("lets a decision be changed until the round closes, and two phones of one seat decide together", async () => {
    const { room, phone, board } = quick();
    const [ann, al, teacher] = [await phone("Ann", "amber"), await phone("Al", "amber"), await board()];
    await phone("Bo", "birch");
    await teacher.send({ say: "order", id: 1, order: { do: "next" } });
    await decide(ann, 1, 1.5, 1);
    await decide(al, 1, 1.4, 1);
    await decide(ann, 2, 1.3, 1);
    expect(room.state.markets[0].session.entered).toEqual({ amber: cut(1.3) });
    al.page.refresh();
    expect(al.last("player")?.view).toMatchObject({ entered: cut(1.3), by: "Ann", mates: ["Ann"] });
  });

  it("has the numbers that its log gives when it is played again, to the fingerprint", async () => {
    const { room, log, phone, board } = classroom();
    const [ann, teacher] = [await phone("Ann"), await board()];
    for (const turn of [1, 3]) {
      await teacher.send({ say: "order", id: turn, order: { do: "next" } });
      await room.settled();
      await decide(ann, turn, 2 - turn / 5, turn);
      await closed({ room });
    }
    await room.settled();
    const again = replayed(JSON.parse(JSON.stringify(log.events)));
    const { scenario } = again.plan.arms[0];
    const game = gameAt(again.markets[0].session);
    expect(game.rounds.length).toBe(2);
    const recording = simulate(gameScenario(scenario, game), { seed: game.setup.seed });
    expect(room.computed[0].digest?.fingerprint).toBe(recordingFingerprint(recording));
  });

  it("takes a round back for everybody, and plays it anew", async () => {
    const { room, phone, board } = quick();
    const [ann, teacher] = [await phone("Ann"), await board()];
    const order = (what: string) => teacher.send({ say: "order", id: 1, order: { do: what } });
    await order("undo");
    expect(teacher.last("refused")?.why.no).toBe("stage");
    await order("next");
    await decide(ann, 1, 1.5, 1);
    await closed({ room });
    await order("undo");
    expect([room.state.phase, room.state.markets[0].session.entered]).toEqual(["deciding", {}]);
    await decide(ann, 2, 1.2, 1);
    expect(ann.last("refused")).toMatchObject({ why: { no: "late" }, sent: 2 });
    await decide(ann, 3, 1.2, room.state.turn);
    await closed({ room });
    expect(gameAt(room.state.markets[0].session).rounds[0].amber).toEqual(cut(1.2));
  });

  it("stops its clock, goes on with what was left, and closes the round when it has run out", async () => {
    const timed = plan({ minutes: 1 });
    const { room, clock, phone, board } = classroom(timed, { runner: sameRun(timed) });
    const teacher = await board();
    await phone("Ann");
    const order = (what: object) => teacher.send({ say: "order", id: 1, order: what });
    await order({ do: "next" });
    expect(room.left).toBe(60_000);
    clock.now += 20_000;
    await order({ do: "pause" });
    const left = room.left!;
    clock.now += 500_000;
    expect(room.left).toBe(left);
    await order({ do: "resume" });
    expect(room.left).toBe(left);
    await order({ do: "extend", seconds: 60 });
    expect(room.left).toBe(left + 60_000 - 1000);
    clock.now += 200_000;
    await order({ do: "set", talk: true }); // any change looks at the clock
    await closed({ room });
    await room.end();
  });

  it("keeps its own time: setting the computer's clock ends no round, stretches none, shuts nobody out", () => {
    const system = { wall: 5_000_000, ticks: 0 };
    const sources = { wall: () => system.wall, ticks: () => system.ticks };
    const now = classClock([{ ...opening(cheap), at: 1000 }], sources);
    const within = pace(now);
    for (const step of [-3_600_000, 7_200_000]) {
      const before = now();
      Object.assign(system, { wall: system.wall + step, ticks: system.ticks + 1000 });
      expect(now() - before).toBe(1000);
      expect(within()).toBe(true);
    }
    expect(classClock([{ ...opening(cheap), at: system.wall + 60_000 }], sources)()).toBe(system.wall + 60_000);
  });

  it("shows a team of its rivals what the game allows, and all once the teacher has uncovered it", async () => {
    const { room, phone, board } = quick();
    const [ann, teacher] = [await phone("Ann"), await board()];
    await room.settled();
    const seen = async (order: object) => {
      await teacher.send({ say: "order", id: 1, order });
      ann.page.refresh();
      return ann.last("player")!.view;
    };
    const own = await seen({ do: "set", show: "own" });
    expect([own.rivals, own.products, own.place]).toEqual([[], [], null]);
    const prices = await seen({ do: "set", show: "prices" });
    expect([prices.rivals.length, prices.rivals[0].profit, prices.place]).toEqual([3, null, null]);
    const all = await seen({ do: "set", show: "all" });
    expect([all.rivals[0].profit, all.place]).toEqual([0, 1]);
    expect(JSON.stringify(own)).not.toContain("birch");
  });

  it("gives every second market the other treatment, and tells phones nothing of it", async () => {
    const two = plan({ markets: 3 }, "04-switching-costs");
    const { room, phone, board } = classroom(two, { runner: sameRun(two) });
    const teacher = await board();
    expect(teacher.last("board")?.view.markets.map((m) => m.arm)).toEqual(["with", "without", "with"]);
    const ann = await phone("Ann");
    await room.settled();
    ann.page.refresh();
    expect(JSON.stringify(ann.heard)).not.toMatch(/without|leave at once/);
  });

  it("deals everybody anew in another number of markets, moves one, and lets one go", async () => {
    const { room, phone, board } = quick();
    const phones = await Promise.all(["Ann", "Bo", "Cy", "Di", "Ed", "Flo"].map((name) => phone(name)));
    const teacher = await board();
    const order = (what: object) => teacher.send({ say: "order", id: 1, order: what });
    await order({ do: "markets", markets: 2 });
    const at = () => Object.values(room.state.players).map((p) => `${p.at.market} ${p.at.vendor}`);
    expect(at()).toEqual(["0 amber", "0 birch", "0 coral", "0 delta", "1 amber", "1 birch"]);
    const [first, second] = Object.keys(room.state.players);
    await order({ do: "seat", player: first, to: { market: 1, vendor: "delta" } });
    await order({ do: "leave", player: second });
    expect(at()).toEqual(["1 delta", "0 coral", "0 delta", "1 amber", "1 birch"]);
    phones[1].page.refresh();
    expect(phones[1].last("refused")?.why.no).toBe("stranger");
  });
});
