import { useState } from "react";
import { Button } from "react-aria-components";
import { type Backtest, backtest, type BacktestRow, type Recording } from "../../../engine/index.ts";
import { figure, missed, observedText } from "../../../words/backtest-figures.ts";
import targets from "../../../scenarios/backtest/china-2024-history.json";
import result from "../../../scenarios/backtest/china-2024-result.json";
import { browserPool } from "../../../workers/spawn-browser.ts";
import { useSection } from "../../i18n/index.ts";
import { libraryBase } from "../../store/bases.ts";
import { useLanguage } from "../../store/preferences.ts";
import { model } from "./words.ts";
import { DataSection } from "./data-section.tsx";

const RUNS = 20;
const plan = targets as Backtest;

/** What came out when the table was made (npm run generate): it stands there without waiting. */
const BUILT: readonly BacktestRow[] = plan.targets.flatMap((target) => {
  const found = result.results.find(({ id }) => id === target.id);
  return found ? [{ target, scores: null, ...found }] : [];
});

/** The history scenario against public outcomes: as it came out, and run here anew on request. */
export function History() {
  const say = useSection(model);
  const lang = useLanguage();
  const [rows, setRows] = useState<readonly BacktestRow[]>(BUILT);
  const [done, setDone] = useState<number | null>(null);
  const start = async () => {
    setDone(0);
    setRows(backtest(plan, await replicate((k) => setDone(k))));
    setDone(null);
  };
  const head = ["target", "role", "observed", "simulated", "band", "source", "note"] as const;
  const cells = (row: BacktestRow) => {
    const { target, mean, low, high } = row;
    const show = (x: number) => figure(target, x, lang);
    return [
      say(target.label),
      say(target.role),
      observedText(target, lang),
      `${show(mean)}${target.judgedBy ? "" : ` (${missed(row, lang)})`}`,
      `${show(low)} – ${show(high)}`,
      target.source,
      target.note ? say(target.note) : "",
    ];
  };
  const button = (
    <Button className="button" isDisabled={done !== null} onPress={() => void start()}>
      {done === null ? say("runBacktest") : say("running", { done, all: RUNS })}
    </Button>
  );
  return (
    <>
      <DataSection
        title={say("history")}
        lead={say("historyIs")}
        head={head.map((key) => say(`${key}`))}
        rows={rows.map(cells)}
        action={button}
      />
      <section className="model-section">
        <h2>{say("limits")}</h2>
        <ul className="plain">
          {plan.limits.map((limit) => (
            <li key={limit.en}>{say(limit)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

async function replicate(onDone: (k: number) => void): Promise<Recording[]> {
  const { scenario } = await libraryBase(plan.scenario);
  const pool = browserPool(2);
  let done = 0;
  try {
    return await Promise.all(
      Array.from({ length: RUNS }, async (_, replication) => {
        const recording = await pool.run({ scenario, seed: 1, replication });
        onDone(++done);
        return recording;
      }),
    );
  } finally {
    await pool.close();
  }
}
