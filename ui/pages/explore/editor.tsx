import { useMemo, useRef, useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import type { Problem } from "../../../engine/authoring.ts";
import { goTo, ProblemList } from "../../controls/problem-list.tsx";
import { useSection, useWords } from "../../i18n/index.ts";
import { open, session, useApp } from "../../store/app.ts";
import { draftOf, dropDraft, keepDraft } from "../../store/drafts.ts";
import { FILES, pricesIn } from "../../store/brought.ts";
import { libraryText, readOwn, ScenarioErrors } from "../../store/own.ts";
import { isEdited, OWN, withoutChanges } from "../../store/session.ts";
import { sessionYaml } from "../../store/session-yaml.ts";
import { MAX_BYTES, textOf } from "../../store/files.ts";
import type { Brought } from "../../store/price-file.ts";
import { Drafts } from "./drafts.tsx";
import { priceFileWords } from "./price-file-words.ts";
import PricePreview from "./price-preview.tsx";
import "./scenarios.css";

/** What is wrong with a text, with places; nothing if it is a scenario. */
function check(text: string): readonly Problem[] {
  try {
    readOwn(text);
    return [];
  } catch (error) {
    if (error instanceof ScenarioErrors) return error.problems;
    throw error;
  }
}

/** The scenario on the screen as text: what was changed by hand is in it, so that what one sees is what runs. */
function useText(): string {
  const say = useWords();
  const now = session();
  const base = useApp((s) => s.base?.scenario);
  const library = now.own ?? libraryText(now.scenario).text;
  return useMemo(
    () => (base && isEdited(now) ? sessionYaml(now, base, say(base.title)) : library),
    [base, now, library, say],
  );
}

/** A scenario as text, with what is wrong next to it. The charts keep the last good run until it is right. */
export default function Editor() {
  const say = useWords();
  const sayPrices = useSection(priceFileWords);
  const before = useText();
  const [text, show] = useState(() => draftOf(before)?.text ?? before);
  const setText = (next: string) => (show(next), keepDraft(before, next));
  const [refused, setRefused] = useState<string | null>(null);
  const [brought, setBrought] = useState<Brought | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const problems = useMemo(() => check(text), [text]);
  const [ran, setRan] = useState<string | null>(null);
  const run = async () => {
    await open({ ...withoutChanges(session()), scenario: OWN, own: text });
    if (session().own !== text) return; // it did not open, and the page says why
    setRan(text);
    dropDraft(before);
  };
  const load = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const prices = await pricesIn(file);
    if (prices) return setBrought(prices);
    setRefused(file.size > MAX_BYTES ? say("editor.large", { size: Math.round(file.size / 1e6) }) : null);
    if (file.size <= MAX_BYTES) setText(await textOf(file));
  };
  if (brought)
    return (
      <PricePreview brought={brought} done={sayPrices("put")} onText={(put) => (setText(put), setBrought(null))} />
    );
  return (
    <div className="editor">
      <textarea
        ref={area}
        aria-label={say("editor.text")}
        spellCheck={false}
        value={text}
        aria-invalid={problems.length > 0}
        onChange={(e) => setText(e.target.value)}
      />
      <div className="editor-side">
        {refused && <p role="alert">{refused}</p>}
        {ran === text && <output className="ran">{say("editor.ran")}</output>}
        <Drafts before={before} text={text} onText={setText} />
        <Verdict problems={problems} unchanged={text === before} onGo={(problem) => goTo(area.current, problem)} />
        <Tools
          text={text}
          sound={problems.length === 0}
          onRun={() => void run()}
          onFiles={(files) => void load(files)}
        />
      </div>
    </div>
  );
}

interface ToolsProps {
  readonly text: string;
  readonly sound: boolean;
  onRun(): void;
  onFiles(files: FileList | null): void;
}

function Tools({ text, sound, onRun, onFiles }: ToolsProps) {
  const say = useWords();
  return (
    <div className="editor-tools">
      <Button className="button primary" isDisabled={!sound} onPress={onRun}>
        {say("editor.run")}
      </Button>
      <FileTrigger acceptedFileTypes={FILES} onSelect={onFiles}>
        <Button className="button">{say("editor.load")}</Button>
      </FileTrigger>
      <a className="button" download="scenario.yaml" href={`data:text/yaml;charset=utf-8,${encodeURIComponent(text)}`}>
        {say("editor.save")}
      </a>
    </div>
  );
}

interface VerdictProps {
  readonly problems: readonly Problem[];
  readonly unchanged: boolean;
  onGo(problem: Problem): void;
}

function Verdict({ problems, unchanged, onGo }: VerdictProps) {
  const say = useWords();
  if (problems.length === 0) return <output>{unchanged ? say("editor.unchanged") : say("editor.valid")}</output>;
  return (
    <ProblemList
      problems={problems}
      title={say("editor.problems", { n: problems.length })}
      place={({ place }) => say("editor.place", { line: place.line, column: place.column })}
      onGo={onGo}
    />
  );
}
