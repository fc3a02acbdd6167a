import { readGame } from "../../../engine/game/index.ts";
import { readScenario, ScenarioErrors } from "../../../engine/authoring.ts";
import { readProgress } from "../../../ui/pages/learn/progress.ts";
import { deflate } from "../../../ui/store/deflate.ts";
import { readLink } from "../../../ui/store/link.ts";
import { readMine } from "../../../ui/store/mine-list.ts";
import { soundSession } from "../../../ui/store/sound.ts";
import { compile } from "../../../engine/index.ts";
import { applySession } from "../../../ui/store/apply.ts";
import { library, libraryText } from "../scenarios.ts";
import type { Try } from "./tried.ts";

const HOSTILE = [
  "",
  "-1",
  "1e308",
  "NaN",
  "__proto__",
  "constructor",
  "<script>alert(1)</script>",
  "x".repeat(200_000),
];
const patches = [
  ...[0, -1, 1e308, null, "x", [], {}].map((x) => ({ "demand.mu": x })),
  ...[1e9, 2e8, 0.5].map((x) => ({ "demand.agents": x })),
  { "clock.tickDays": 0.001 },
  { "clock.weeks": 1e9 },
  { "__proto__.x": 1 },
  { "constructor.prototype.x": 1 },
  { "vendors.__proto__": { products: {} } },
  { "vendors.new": {} },
  { "vendors.alibaba.strategy": { kind: "constructor" } },
  { "vendors.alibaba.products.qwen-max.price": { input: 1e308, output: -1 } },
];
const LINKS = [
  ...["s", "b", "l", "c", "e", "h", "p", "o", "v", "f", "y"].flatMap((key) =>
    HOSTILE.slice(0, key === "y" ? 7 : 4).map((value) => `${key}=${encodeURIComponent(value)}`),
  ),
  ...patches.map((p) => `s=china-2024&p=${encodeURIComponent(JSON.stringify(p))}`),
  `s=${HOSTILE[7]}`,
  "s=china-2024&l=entrant-price:1e308",
  "s=china-2024&c=2024-02-30~alibaba.qwen-max~1~1",
  "s=china-2024&c=2031-01-01~alibaba.qwen-max~1~1",
  `s=china-2024&e=${encodeURIComponent('[{"kind":"constructor","date":"2024-05-01"}]')}`,
  `s=china-2024&e=${encodeURIComponent(`[${"{},".repeat(9000)}{}]`)}`,
  `s=china-2024&e=${"[".repeat(100_000)}`,
  "%",
  "%%%=%",
];

async function follow(hash: string): Promise<void> {
  const { session } = await readLink(hash);
  const base = library("china-2024");
  const { session: sound } = await soundSession(session, base);
  const model = applySession(base, sound);
  if (model.demand.agents > 1e7) throw new Error("more people than fit into memory");
  compile({ ...model, demand: { ...model.demand, agents: 100 } as never });
}

/** Links, and what the app makes of them before it runs anything. */
export const linkTries: readonly Try[] = [
  ...LINKS.map((hash) => ({ what: hash.slice(0, 120), take: () => follow(hash) })),
  {
    what: "75 MB of one letter, deflated",
    take: async () => follow(`s=own&y=${await deflate("x".repeat(75_000_000))}`),
  },
];

const KEPT = [
  "",
  "null",
  "1",
  "[]",
  "{}",
  "[1]",
  "{",
  "[[]]",
  '"x"',
  '[{"id":1}]',
  '[{"id":"a","name":"b","link":"c"}]',
  '{"drawn":[null]}',
  '{"drawn":[1,2],"ran":true,"answer":9}',
  '{"drawn":{"length":3},"answer":"x"}',
  "[".repeat(1e5),
];

/** What a browser kept, written by another version or by hand. */
export const keptTries: readonly Try[] = KEPT.flatMap((text) => [
  { what: `mine ${text.slice(0, 60)}`, take: () => void readMine(text) },
  { what: `lesson ${text.slice(0, 60)}`, take: () => void readProgress(text, 2, 3) },
]);

const GAME = { base: "textbook-logit", rivals: "fair", quarters: 4, played: 1, goal: "profit", seed: "1" };
const GAMES = [
  { seats: [{ vendor: "constructor", team: "x" }] },
  { seats: [{ vendor: "nosuch", team: "x" }] },
  { seats: [] },
  {
    seats: [
      { vendor: "a", team: "x" },
      { vendor: "a", team: "y" },
    ],
  },
  { seats: [{ vendor: "a", team: "x" }], played: 1e9 },
  { seats: [{ vendor: "a", team: "x" }], played: -1 },
  { seats: [{ vendor: "a", team: "x" }], quarters: 1e9 },
  { seats: [{ vendor: "a", team: "x" }], rivals: "__proto__" },
  { seats: [{ vendor: "a", team: "\u001b[2J" }] },
  { seats: [{ vendor: "a", team: "x" }], base: "game" },
  { seats: "a" },
];

/** Games that are imported. */
export const gameTries: readonly Try[] = GAMES.map((game) => ({
  what: JSON.stringify(game),
  take() {
    try {
      const text = `extends: textbook-logit\nid: g\ngame: ${JSON.stringify({ ...GAME, ...game })}\n`;
      readGame(readScenario(text, { file: "g.yaml", resolve: libraryText }).scenario);
    } catch (error) {
      if (!(error instanceof ScenarioErrors)) throw error;
    }
  },
}));
