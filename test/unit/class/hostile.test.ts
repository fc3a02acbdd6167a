import { describe, expect, it } from "vitest";
import { Page } from "../../../server/page.ts";
import { classroom, CODE, plan, sameRun } from "../../support/classroom.ts";

const cheap = plan();
const open = () => classroom(cheap, { runner: sameRun(cheap) });

async function deciding() {
  const room = open();
  const [liar, victim, teacher] = [await room.phone("Liar"), await room.phone("Victim"), await room.board()];
  await teacher.send({ say: "order", id: 1, order: { do: "next" } });
  return { ...room, liar, victim, teacher };
}

const join = (name: unknown, secret: unknown = "sixteen-letters-or-more") => ({
  say: "join",
  code: CODE,
  name,
  secret,
});

describe("a page that lies", () => {
  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["a formula", "=HYPERLINK(1)"],
    ["nothing", "   "],
    ["a novel", "x".repeat(25)],
    ["letters that turn the line", "abc\u202edef"],
    ["a heap of accents", `Z${"\u0300".repeat(9)}`],
    ["no text", { toString: 1 }],
  ])("does not get in under a name that is %s", async (_what, name) => {
    const { open: page, room } = open();
    const told = page();
    await told.send(join(name));
    expect(told.last("refused")?.why.no).toBe("name");
    expect(room.state.players).toEqual({});
  });

  it.each(["Ann", "李雷", "José-María", "Ó Briain", "Ann 2", "Алёна", "M. O’Hara", "ผู้ใหญ่", "किं"])(
    "but %s does",
    async (name) => {
      const { open: page, room } = open();
      await page().send(join(name));
      expect(Object.values(room.state.players).map((p) => p.name)).toEqual([name]);
    },
  );

  it.each([
    ["a price below zero", { prices: { p: { input: -1, output: 1 } } }, "range"],
    ["a price beyond the largest", { prices: { p: { input: 1e9, output: 1 } } }, "range"],
    ["a price that is text", { prices: { p: { input: "1", output: 1 } } }, "shape"],
    ["a price that is none", { prices: { p: null } }, "shape"],
    ["another's product", { prices: { main: { input: 1, output: 1 } } }, "product"],
    ["a way into the prototype", JSON.parse('{"prices":{"__proto__":{"input":1,"output":1}}}'), "product"],
    ["a lever the game has not", { research: 1 }, "lever"],
    ["a list", [1], "shape"],
    ["nothing", null, "shape"],
  ])("cannot hand in %s", async (_what, decisions, bad) => {
    const { liar, room } = await deciding();
    await liar.send({ say: "decide", page: "a", sent: 1, turn: 1, decisions });
    expect(liar.last("refused")?.why).toMatchObject({ no: "bad", bad });
    expect(room.state.markets[0].session.entered).toEqual({});
  });

  it("decides for its own seat whatever it says, and needs its own secret to come back", async () => {
    const { liar, victim, room, open: page } = await deciding();
    const decisions = { prices: { p: { input: 1.1, output: 1.1 } } };
    const player = victim.last("joined")!.player;
    await liar.send({ say: "decide", page: "a", sent: 1, turn: 1, decisions, player, market: 0, vendor: "birch" });
    expect(Object.keys(room.state.markets[0].session.entered)).toEqual(["amber"]);
    const told = page();
    await told.send({ say: "back", secret: "somebody-elses-secret", player });
    expect(told.last("refused")?.why.no).toBe("stranger");
    await told.send({ say: "order", id: 1, order: { do: "close" } });
    await liar.send({ say: "order", id: 1, order: { do: "close" } });
    expect(room.state.phase).toBe("deciding");
  });

  it("is told to stop when it floods, and nobody else waits for it", async () => {
    const { liar, victim, room, clock } = await deciding();
    const before = clock.now;
    for (let k = 1; k <= 500; k++)
      await liar.page.receive(JSON.stringify({ say: "decide", page: "a", sent: k, turn: 1, decisions: {} }));
    expect(clock.now).toBe(before);
    expect(liar.last("refused")?.why.no).toBe("often");
    expect(liar.page.strikes).toBeGreaterThan(400);
    await victim.send({ say: "decide", page: "a", sent: 1, turn: 1, decisions: {} });
    expect(victim.last("taken")?.sent).toBe(1);
    expect(Object.keys(room.state.players).length).toBe(2);
  });

  it.each([
    ["what is no JSON", "{"],
    ["what is no object", "7"],
    ["an unknown word", '{"say":"constructor"}'],
    ["too much", JSON.stringify({ say: "join", name: "x".repeat(20_000) })],
  ])("is refused with a message for %s", async (_what, text) => {
    const { open: page } = open();
    const told = page();
    await told.page.receive(text);
    expect(["words", "large"]).toContain(told.last("refused")?.why.no);
    expect(told.page.strikes).toBe(1);
  });

  it("joins once, however often it asks", async () => {
    const { open: page, room } = open();
    const told = page();
    await told.send(join("Ann"));
    await told.send(join("Ann"));
    await page().send(join("Ann"));
    await told.send(join("Another", "another-secret-altogether"));
    expect(Object.keys(room.state.players).length).toBe(1);
  });

  it("that takes nothing is told later how things then are, and nothing queues up for it", async () => {
    const { room, board } = open();
    const teacher = await board();
    const heard: string[] = [];
    let idle = true;
    const slow = new Page(
      { room, pages: new Set(), now: () => 0 },
      (text) => heard.push(text),
      () => idle,
    );
    await slow.receive(JSON.stringify(join("Slow")));
    const before = heard.length;
    idle = false;
    for (let k = 0; k < 50; k++) {
      await teacher.send({ say: "order", id: k, order: { do: "set", talk: k % 2 === 1 } });
      expect(slow.refresh()).toBe(false);
    }
    expect(heard.length).toBe(before);
    idle = true;
    expect(slow.refresh()).toBe(true);
    expect(heard.slice(before).map((text) => JSON.parse(text).view.talk)).toEqual([true]);
  });
});
