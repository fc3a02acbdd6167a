import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordingFingerprint } from "../../engine/index.ts";
import { gameYaml } from "../../ui/pages/play/game-yaml.ts";
import { pricewar } from "../support/cli.ts";
import { game, playOn } from "../support/games.ts";
import { library } from "../support/scenarios.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-game-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = library("level-field"); // its clock counts weeks, a game's says its end
const cut = (input: number) => ({ prices: { main: { input, output: 2 * input } } });
const played = game(
  [
    { amber: cut(5), birch: { research: 3e7 } },
    { amber: { credits: 4 }, birch: cut(4) },
  ],
  {
    base: "level-field",
    seats: [{ vendor: "amber", team: "红队" }, { vendor: "birch" }],
    quarters: 2,
    seed: "77",
  },
);

describe("pricewar run on a saved game", () => {
  test("gives the fingerprint the players saw, with the game's own seed; another seed gives another game", async () => {
    writeFileSync(join(folder, "game.yaml"), gameYaml(base, played));
    const run = (...more: string[]) => pricewar(["run", "game.yaml", "--json", "--quiet", ...more], { cwd: folder });
    const [own, other] = [await run(), await run("--seed", "1")];
    expect([own.code, own.stderr, other.code]).toEqual([0, "", 0]);
    const [replayed, elsewhere] = [JSON.parse(own.stdout), JSON.parse(other.stdout)];
    expect(replayed.fingerprint).toBe(recordingFingerprint(playOn(base, played)));
    expect(replayed.seed).toBe("77");
    expect(elsewhere.fingerprint).not.toBe(replayed.fingerprint);
  });
});
