import { useEffect, useState } from "react";
import { bestLines } from "../../../words/optimise-words.ts";
import { calibrationLines, fitTable, identificationText } from "../../../words/calibrate-words.ts";
import type { Calibration } from "../../../experiments/calibrate.ts";
import type { Best } from "../../../experiments/optimise.ts";
import { TextTable } from "../../controls/scroll-table.tsx";
import { useSection } from "../../i18n/index.ts";
import type { OpenedSearch } from "../../store/design.ts";
import { pool } from "../../store/pool.ts";
import { useLanguage } from "../../store/preferences.ts";
import { RunProgress } from "../../parts/run-bar.tsx";
import { designWords } from "../../parts/design-words.ts";

type Found = Best | Calibration;

interface Standing {
  readonly tried: number;
  readonly found: Found | null;
  readonly failed: string | null;
}

const BEGUN: Standing = { tried: 0, found: null, failed: null };

/** Searches in the pool, then says what was found as the command line does. Going on after a stop starts anew. */
export function SearchResults({ opened }: { readonly opened: OpenedSearch }) {
  const say = useSection(designWords);
  const [stopped, setStopped] = useState(false);
  const [{ tried, found, failed }, stand] = useState(BEGUN);
  useEffect(() => {
    if (stopped) return;
    const control = new AbortController();
    const { signal } = control;
    const onTried = (count: number) => !signal.aborted && stand((s) => ({ ...s, tried: count }));
    opened.search.run(pool, { signal, onTried }).then(
      (result) => !signal.aborted && stand({ tried: result.evaluations, found: result, failed: null }),
      (error: Error) => !signal.aborted && stand((s) => ({ ...s, failed: error.message })),
    );
    return () => control.abort();
  }, [opened, stopped]);
  const stop = (now: boolean) => {
    if (!now) stand(BEGUN);
    setStopped(now);
  };
  const running = !stopped && !found && !failed;
  const total = found ? found.evaluations : opened.search.evaluations;
  return (
    <>
      <div className="run-bar">
        <RunProgress
          label={say("points")}
          counted={say("tried", { tried, total })}
          state={{ done: tried, total, running, secondsLeft: null }}
          onStop={stop}
        />
      </div>
      {failed && (
        <p className="notice" data-kind="error" role="alert">
          {failed}
        </p>
      )}
      {found && <Told opened={opened} found={found} />}
    </>
  );
}

function Told({ opened: { kind, search }, found }: { readonly opened: OpenedSearch; readonly found: Found }) {
  const say = useSection(designWords);
  const lang = useLanguage();
  const { axes, scenario } = search;
  if (kind === "optimise") return <Lines lines={bestLines(found as Best, axes, scenario, lang)} />;
  const calibration = found as Calibration;
  const { head, rows } = fitTable(calibration.fits, scenario, lang);
  return (
    <>
      <Lines
        lines={[
          ...calibrationLines(calibration, axes, scenario, lang),
          ...identificationText(calibration.identification, axes, lang).split("\n"),
        ]}
      />
      <TextTable label={say("results")} head={head.map((text) => text || say("role"))} rows={rows} />
    </>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <div className="found">
    {lines.map((line) => (
      <p key={line}>{line.trim()}</p>
    ))}
  </div>
);
