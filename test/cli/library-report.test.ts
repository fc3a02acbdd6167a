import { beforeAll, describe, expect, it } from "vitest";
import { explain, loadScenario, report, type Scenario } from "../../cli/library.ts";
import { VERDICT } from "../../words/explain-words.ts";
import { reportFiles, withEnding } from "../support/report-files.ts";

const RUNS = 2;
const SMALL = ["--agents", "300", "--weeks", "16"];
const SET = { "demand.agents": 300 };

interface Json {
  readonly manifest: { readonly nash: boolean; readonly command: string };
  readonly sections: readonly { readonly id: string; readonly blocks: readonly Block[] }[];
}

type Said = { readonly text: string; readonly values: readonly { readonly path: string; readonly value: number }[] };
type Block = {
  readonly kind: string;
  readonly sentences?: readonly Said[];
  readonly head?: readonly string[];
  readonly rows?: readonly unknown[];
};

describe("report() with the price of competition", () => {
  let scenario: Scenario;
  let made: Json;
  beforeAll(async () => {
    const whole = await loadScenario("china-2024", { set: SET, weeks: 12 });
    const { deepseek, alibaba, zhipu } = whole.vendors; // three are war enough, and quick to price
    scenario = { ...whole, vendors: { deepseek, alibaba, zhipu } };
    const [file] = await report([scenario], {
      format: "json",
      sections: ["summary", "decomposition", "limits"],
      runs: RUNS,
      nash: true,
    });
    made = JSON.parse(new TextDecoder().decode(file.bytes)) as Json;
  });
  const sentences = () => made.sections.flatMap(({ blocks }) => blocks.flatMap((b) => b.sentences ?? []));

  it("gives the verdict that explain() gives, with how many runs agree", async () => {
    const { explanation } = await explain(scenario, { runs: RUNS });
    const { index, products } = explanation;
    expect(index?.verdict).not.toBeNull();
    const said = sentences().find(({ text }) => text.includes("The verdict on the average basket is"))!;
    expect(said.text).toContain(`The verdict on the average basket is ${VERDICT[index!.verdict!].en}`);
    expect(said.values.find(({ path }) => path === "A/explain.index.robustness")?.value).toBe(index!.robustness);
    const count = (word: string) => products.filter(({ verdict }) => verdict === word).length;
    const counted = sentences().flatMap(({ values }) =>
      values.filter(({ path }) => path.startsWith("A/explain.verdicts.")),
    );
    for (const { path, value } of counted.filter((v) => !v.path.endsWith("judged")))
      expect([path, value]).toEqual([path, count(path.slice("A/explain.verdicts.".length))]);
    expect(counted.length).toBeGreaterThan(1);
  });

  it("has columns of competition and of verdicts, says so in its command, no longer that they are missing", () => {
    const table = made.sections.flatMap(({ blocks }) => blocks).find((b) => b.kind === "table")!;
    expect(table.head?.slice(-2)).toEqual(["Margin, vs Nash", "Verdict (agreement)"]);
    expect(table.rows?.length).toBeGreaterThan(3);
    expect(made.manifest).toMatchObject({ nash: true, command: expect.stringContaining(" --nash") });
    expect(JSON.stringify(made.sections)).not.toContain(
      "Whether this is a price war or competition is not judged here",
    );
  });
});

describe("report()", () => {
  it("gives the bytes of pricewar report, and by default says why nothing is called a price war", async () => {
    const scenario = await loadScenario("china-2024", { set: SET, weeks: 16 });
    const [file, ...others] = await report([scenario], { format: "md", runs: RUNS, lang: "en" });
    expect([file.name, others]).toEqual(["china-2024-brief-en.md", []]);
    const cli = withEnding(
      await reportFiles(["china-2024", ...SMALL, "-n", String(RUNS), "--lang", "en", "--format", "md"]),
      ".md",
    ).toString();
    // The command names the flags it was given.
    const body = (text: string) => text.replace(/ {4}pricewar report[^]*/, "");
    const own = new TextDecoder().decode(file.bytes);
    expect(body(own)).toBe(body(cli));
    expect(own).toContain("Whether this is a price war or competition is not judged here");
  });
});
