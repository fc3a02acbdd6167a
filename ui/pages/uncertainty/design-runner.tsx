import { useMemo, useRef, useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import type { Problem } from "../../../engine/authoring.ts";
import { samplers } from "../../../engine/index.ts";
import { goTo, ProblemList } from "../../controls/problem-list.tsx";
import { useSection } from "../../i18n/index.ts";
import {
  designs,
  openDesign,
  type OpenedDesign,
  type OpenedSearch,
  ScenarioErrors,
  type Tables,
} from "../../store/design.ts";
import { recall, remember } from "../../store/storage.ts";
import { RunProgress } from "../../parts/run-bar.tsx";
import { DesignResults } from "./design-results.tsx";
import { designWords } from "../../parts/design-words.ts";
import { SearchResults } from "./search-results.tsx";
import { type DesignState, useDesign } from "../../parts/use-design.ts";
import { MAX_BYTES, textOf } from "../../store/files.ts";

type Opened = OpenedDesign | OpenedSearch;
type Checked =
  | { readonly opened: Opened; readonly problems: null }
  | { readonly opened: null; readonly problems: readonly Problem[] };

function check(text: string, tables: Tables): Checked {
  try {
    return { opened: openDesign(text, tables), problems: null };
  } catch (error) {
    if (error instanceof ScenarioErrors) return { opened: null, problems: error.problems };
    throw error;
  }
}

/** A design as text with what is wrong next to it; run in the pool, results as they come. */
export default function DesignRunner() {
  const [started, setStarted] = useState<{ readonly opened: Opened; readonly serial: number } | null>(null);
  const [stopped, setStopped] = useState(false);
  const runs = started?.opened.kind === "runs" ? started.opened : null;
  const state = useDesign(runs, stopped);
  const start = (opened: Opened) => {
    setStopped(false);
    setStarted({ opened, serial: (started?.serial ?? 0) + 1 });
  };
  return (
    <>
      <DesignEditor running={state.running} onStart={start} />
      {started && started.opened.kind !== "runs" && <SearchResults key={started.serial} opened={started.opened} />}
      {runs && <Runs opened={runs} state={state} onStop={setStopped} />}
    </>
  );
}

interface RunsProps {
  readonly opened: OpenedDesign;
  readonly state: DesignState;
  onStop(stopped: boolean): void;
}

function Runs({ opened, state, onStop }: RunsProps) {
  const say = useSection(designWords);
  const { summary } = state;
  return (
    <>
      <div className="run-bar">
        <RunProgress label={say("runs")} state={state} onStop={onStop} />
      </div>
      {summary && summary.done + summary.failed > 0 && <DesignResults opened={opened} state={state} />}
    </>
  );
}

interface OpenFilesProps {
  onText(text: string): void;
  onTable(name: string, csv: string): void;
  onRefused(): void;
}

/** Opens a design, tables that it names, or all of them at once. */
function OpenFiles({ onText, onTable, onRefused }: OpenFilesProps) {
  const say = useSection(designWords);
  const load = async (files: FileList | null) => {
    const chosen = [...(files ?? [])];
    if (chosen.some(({ size }) => size > MAX_BYTES)) return onRefused();
    for (const file of chosen) {
      const content = await textOf(file);
      if (isTable(file)) onTable(file.name, content);
      else onText(content);
    }
  };
  return (
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={[".yaml", ".yml", ".json", ".csv"]}
      onSelect={(files) => void load(files)}
    >
      <Button className="button">{say("file")}</Button>
    </FileTrigger>
  );
}

const isTable = ({ name }: File): boolean => name.toLowerCase().endsWith(".csv");

interface EditorProps {
  readonly running: boolean;
  onStart(opened: Opened): void;
}

function DesignEditor({ running, onStart }: EditorProps) {
  const say = useSection(designWords);
  const [examples] = useState(designs);
  const [text, setText] = useState(
    () => recall("design") ?? examples.find((d) => d.id === "entrant-price")?.text ?? "",
  );
  const [tables, setTables] = useState<Tables>({});
  const [refused, setRefused] = useState(false);
  const { opened, problems } = useMemo(() => check(text, tables), [text, tables]);
  const area = useRef<HTMLTextAreaElement>(null);
  const write = (next: string) => {
    setRefused(false);
    setText(next);
    remember("design", next);
  };
  return (
    <div className="editor design">
      <textarea
        ref={area}
        aria-label={say("text")}
        spellCheck={false}
        value={text}
        aria-invalid={problems !== null}
        onChange={(e) => write(e.target.value)}
      />
      <div className="editor-side">
        {refused && <p role="alert">{say("large")}</p>}
        {problems ? (
          <Problems of={problems} onGo={(problem) => goTo(area.current, problem)} />
        ) : (
          <Intent opened={opened} />
        )}
        <p className="examples">
          {say("examples")}:{" "}
          {examples.map(({ id, text: example }) => (
            <Button key={id} className="link" onPress={() => write(example)}>
              {id}
            </Button>
          ))}
        </p>
        {Object.keys(tables).length > 0 && (
          <p className="note">{say("tables", { names: Object.keys(tables).join(", ") })}</p>
        )}
        <div className="editor-tools">
          <Button className="button primary" isDisabled={!opened || running} onPress={() => opened && onStart(opened)}>
            {say("run")}
          </Button>
          <OpenFiles
            onText={write}
            onTable={(name, csv) => setTables((kept) => ({ ...kept, [name]: csv }))}
            onRefused={() => setRefused(true)}
          />
        </div>
      </div>
    </div>
  );
}

interface ProblemsProps {
  readonly of: readonly Problem[];
  onGo(problem: Problem): void;
}

function Problems({ of, onGo }: ProblemsProps) {
  const say = useSection(designWords);
  return (
    <ProblemList
      problems={of}
      title={say("problems", { n: of.length })}
      place={({ place }) => say("place", { line: place.line, column: place.column })}
      onGo={onGo}
    />
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
