import { say } from "../../../engine/index.ts";
import { outputInSentence, outputValue } from "../../../words/output-words.ts";
import { compare as paired } from "../../library-experiments.ts";
import { compared } from "../mcp-words.ts";
import { counted } from "../counted.ts";
import { figure } from "../figure.ts";
import { ARM, type Opened, openGiven } from "../given.ts";
import { ANSWER, hashOf, LANG, OUTPUTS, reply, runsOf, SEED, tool } from "../tool.ts";
import { outputsFor, seedsOf } from "./run.ts";
import { COMPARE } from "./tool-words.ts";

export const compare = tool({
  name: "compare",
  ...COMPARE,
  input: { base: ARM, other: ARM, runs: runsOf(10, 2), ...SEED, ...OUTPUTS, ...LANG },
  output: ANSWER,
  async run({ base, other, runs, seed, outputs: asked }, bench) {
    const { lang, budget } = bench;
    const runner = counted(bench.runner, 2 * runs, bench.onProgress);
    const opened = [openGiven(base), openGiven(other)] as const;
    const outputs = outputsFor(opened[0], asked);
    budget.book(2 * runs, [opened[0].scenario, opened[1].scenario]);
    const found = await budget.timed(bench.signal, (signal) =>
      paired({ base: opened[0].scenario, other: opened[1].scenario }, { runs, seed, outputs, runner, signal }),
    );
    const said = { opened: opened[0], hash: hashOf(opened), seeds: seedsOf(seed, runs), lang };
    const figures = outputs.map((path) => {
      const { mean: value, low, high, base: from, other: to } = found[path];
      return figure(path, { value, low, high, base: from, other: to, band: "ci95" }, said);
    });
    const sure = outputs.filter((path) => found[path].low > 0 || found[path].high < 0);
    const sentences = sure.slice(0, 5).map((path) => {
      const { base: from, other: to } = found[path];
      const [was, is] = [from, to].map((x) => outputValue(path, x, lang));
      return say(compared, lang).changed(outputInSentence(path, opened[0].scenario, lang), was, is);
    });
    const answer = sentences.length > 0 ? sentences.join("\n") : say(compared, lang).nothing;
    const command = commandOf(opened, outputs, `-n ${runs} --seed ${seed}`);
    return reply({ answer, figures, details: found, command, seed, runs }, opened, bench);
  },
});

/** One command where both have the same flags; else one for each arm, on the same draws. */
function commandOf([base, other]: readonly [Opened, Opened], outputs: readonly string[], runs: string): string {
  if (base.flags === other.flags) return `pricewar compare ${base.name} ${other.name} ${runs} ${base.flags}`.trim();
  const arms = [base, other].map(({ name, flags }) => `${name} ${runs} --output ${outputs.join(",")} ${flags}`.trim());
  return arms.map((arm) => `pricewar ensemble ${arm}`).join(" ; ");
}
