import { bestLines } from "../../words/optimise-words.ts";
import { prepareOptimise } from "../../experiments/optimise.ts";
import { openDesign, scenarioOpener } from "../experiment.ts";
import { backendFlag, resumeFlag } from "../runner.ts";
import { runSearch } from "../search.ts";
import type { Verb } from "../verb.ts";

export const optimise: Verb = {
  flags: [backendFlag, resumeFlag],
  writes: true,
  example: "pricewar optimise best-price --agents 400 --weeks 20",
  async run([name], options) {
    const design = openDesign(name, options);
    const prepared = prepareOptimise(design, scenarioOpener(name, design, options));
    const { axes, scenario } = prepared;
    await runSearch(prepared, { en: "searching", zh: "寻找最优取值" }, options, (found) =>
      bestLines(found, axes, scenario, options.lang).join("\n"),
    );
  },
};
