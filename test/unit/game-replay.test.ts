import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Decisions,
  type Game,
  gameScenario,
  playable,
  readGame,
  type Round,
  soundness,
} from "../../engine/game/index.ts";
import { type Recording, recordingFingerprint } from "../../engine/index.ts";
import { game, playOn, reread, small, written } from "../support/games.ts";
import { library, simulate } from "../support/scenarios.ts";

const price = fc.constantFrom(0, 0.5, 2, 8, 40);
const decisions: fc.Arbitrary<Decisions> = fc.record(
  {
    prices: fc.dictionary(fc.constantFrom("glm-4", "glm-3-turbo"), fc.record({ input: price, output: price })),
    research: fc.constantFrom(0, 1e7, 5e7),
    gpus: fc.constantFrom(null, 0, 400, 5000),
    credits: fc.constantFrom(0, 5, 50),
    free: fc.dictionary(fc.constantFrom("glm-4", "glm-3-turbo"), fc.constantFrom(0, 1, 100)),
  },
  { requiredKeys: [] },
);
const rounds = (n: number): fc.Arbitrary<Round[]> =>
  fc.array(fc.record({ zhipu: decisions }), { minLength: n, maxLength: n });

/** Everything recorded in the first quarters. */
function prefix(r: Recording, quarters: number): string {
  const cut = (columns: Readonly<Record<string, Float64Array>>, width: number) =>
    Object.fromEntries(Object.entries(columns).map(([k, x]) => [k, x.slice(0, quarters * 13 * width)]));
  const [n, m] = [r.productIds.length, r.vendorIds.length];
  return recordingFingerprint({
    ...r,
    product: cut(r.product, n),
    vendor: cut(r.vendor, m),
    segment: cut(r.segment, r.segmentIds.length),
    market: cut(r.market, 1),
    moves: r.moves.filter((x) => x.tick < quarters * 13),
  } as unknown as Recording);
}

describe("a game played", () => {
  it("is a scenario file that replays to the same fingerprint and reads back as the same game", () => {
    const base = library("china-2024");
    fc.assert(
      fc.property(rounds(3), fc.constantFrom("easy", "fair", "hard"), (played, rivals) => {
        const g: Game = game(played, { rivals });
        const file = reread(written(base, g));
        expect(recordingFingerprint(simulate(file))).toBe(recordingFingerprint(simulate(gameScenario(base, g))));
        expect(gameScenario(base, readGame(file)!)).toEqual(gameScenario(base, g));
        expect(soundness(base, file, readGame(file)!)).toBe("sound");
      }),
      { numRuns: 8 },
    );
  });

  it("is a file wherever it was played, also where the scenario counts its clock in weeks", () => {
    for (const id of ["level-field", "global", "textbook-logit"]) {
      const base = library(id);
      const [vendor] = playable(base);
      const g = game([{ [vendor]: {} }], { base: id, seats: [{ vendor }], quarters: 1 });
      const file = reread(written(base, g));
      expect(soundness(base, file, readGame(file)!)).toBe("sound");
      expect(soundness(base, { ...file, costs: { ...file.costs, technology: 2 } }, readGame(file)!)).toBe("changed");
    }
  });

  it("shows after each quarter what the finished game shows of it: later decisions change nothing before", () => {
    const base = small("china-2024");
    fc.assert(
      fc.property(rounds(4), fc.integer({ min: 0, max: 3 }), (all, k) => {
        const then = playOn(base, game(all.slice(0, k + 1)));
        const finished = playOn(base, game(all));
        expect(prefix(then, k + 1)).toBe(prefix(finished, k + 1));
      }),
      { numRuns: 12 },
    );
  });
});
