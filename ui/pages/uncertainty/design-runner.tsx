import { useMemo, useRef, useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import type { Problem } from "../../../engine/authoring.ts";
import { samplers } from "../../../engine/index.ts";
import { goTo, ProblemList } from "../../controls/problem-list.tsx";
import { useSection } from "../../i18n/index.ts";
import { designs, openDesign, type OpenedDesign, type OpenedSearch, ScenarioErrors } from "../../store/design.ts";
import { recall, remember } from "../../store/storage.ts";
import { RunProgress } from "../../parts/run-bar.tsx";
import { DesignResults } from "./design-results.tsx";
import { designWords } from "../../parts/design-words.ts";
import { SearchResults } from "./search-results.tsx";
import { useDesign } from "../../parts/use-design.ts";

const MAX_BYTES = 5_000_000;

type Opened = OpenedDesign | OpenedSearch;
type Checked =
  | { readonly opened: Opened; readonly problems: null }
  | { readonly opened: null; readonly problems: readonly Problem[] };

function check(text: string): Checked {
  try {
    return { opened: openDesign(text), problems: null };
  } catch (error) {
    if (error instanceof ScenarioErrors) return { opened: null, problems: error.problems };
    throw error;
  }
}

/** A design as text with what is wrong beside it; run in the pool, results as they come. */
export default function DesignRunner() {
  const say = useSection(designWords);
  const [examples] = useState(designs);
  const [text, setText] = useState(
    () => recall("design") ?? examples.find((d) => d.id === "entrant-price")?.text ?? "",
  );
  const checked = useMemo(() => check(text), [text]);
  const [run, setRun] = useState<Opened | null>(null);
  const [serial, setSerial] = useState(0);
  const [stopped, setStopped] = useState(false);
  const [refused, setRefused] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const runs = run?.kind === "runs" ? run : null;
  const state = useDesign(runs, stopped);
  const write = (next: string) => {
    setRefused(false);
    setText(next);
    remember("design", next);
  };
  const load = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    if (file.size > MAX_BYTES) setRefused(true);
    else write(await file.text());
  };
  const start = () => {
    setStopped(false);
    setRun(checked.opened);
    setSerial((n) => n + 1);
  };
  return (
    <>
      <div className="editor design">
        <textarea
          ref={area}
          aria-label={say("text")}
          spellCheck={false}
          value={text}
          aria-invalid={checked.problems !== null}
          onChange={(e) => write(e.target.value)}
        />
        <div className="editor-side">
          {refused && <p role="alert">{say("large")}</p>}
          {checked.problems ? (
            <ProblemList
              problems={checked.problems}
              title={say("problems", { n: checked.problems.length })}
              place={({ place }) => say("place", { line: place.line, column: place.column })}
              onGo={(problem) => goTo(area.current, problem)}
            />
          ) : (
            <Intent opened={checked.opened} />
          )}
          <p className="examples">
            {say("examples")}:{" "}
            {examples.map(({ id, text: example }) => (
              <Button key={id} className="link" onPress={() => write(example)}>
                {id}
              </Button>
            ))}
          </p>
          <div className="editor-tools">
            <Button className="button primary" isDisabled={!checked.opened || state.running} onPress={start}>
              {say("run")}
            </Button>
            <FileTrigger acceptedFileTypes={[".yaml", ".yml", ".json"]} onSelect={(files) => void load(files)}>
              <Button className="button">{say("file")}</Button>
            </FileTrigger>
          </div>
        </div>
      </div>
      {run && run.kind !== "runs" && <SearchResults key={serial} opened={run} />}
      {runs && (
        <>
          <div className="run-bar">
            <RunProgress label={say("runs")} state={state} onStop={setStopped} />
          </div>
          {state.summary && state.summary.done + state.summary.failed > 0 && (
            <DesignResults opened={runs} state={state} />
          )}
        </>
      )}
    </>
  );
}

/** What would be done. */
function Intent({ opened }: { readonly opened: Opened }) {
  const say = useSection(designWords);
  if (opened.kind === "runs") return <Plan opened={opened} />;
  const { axes, scenario, evaluations } = opened.search;
  return (
    <output>
      <b>{say(scenario.title)}</b>
      <br />
      {say("searches", { n: axes.length, points: evaluations })}
    </output>
  );
}

function Plan({ opened }: { readonly opened: OpenedDesign }) {
  const say = useSection(designWords);
  const { plan, scenario } = opened;
  const { method, replications } = plan.design;
  const sampler = samplers.get(method);
  return (
    <output>
      <b>{say(scenario.title)}</b>
      <br />
      {say("valid", { method: say(sampler.label), points: plan.runs / replications, replications, runs: plan.runs })}
      <br />
      {say(sampler.description).replaceAll("`", "")}
    </output>
  );
}
