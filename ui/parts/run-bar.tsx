import { Button } from "react-aria-components";
import { Segments } from "../controls/segments.tsx";
import { useSection } from "../i18n/index.ts";

const runWords = {
  stop: { en: "Stop", zh: "停止" },
  goOn: { en: "Go on", zh: "继续" },
  progress: { en: "{{done}} of {{total}} runs", zh: "已完成 {{done}}/{{total}} 次运行" },
  seconds: { en: "about {{n}} s left", zh: "约剩 {{n}} 秒" },
  minutes: { en: "about {{n}} min left", zh: "约剩 {{n}} 分钟" },
} as const;

/** How far a batch of runs is. */
export interface RunState {
  readonly done: number;
  readonly total: number;
  readonly running: boolean;
  readonly secondsLeft: number | null;
}

interface Props {
  readonly label: string; // what is counted
  readonly counts: readonly number[];
  readonly count: number;
  onCount(count: number): void;
  readonly state: RunState;
  onStop(stopped: boolean): void;
}

/** How many runs, how far they are, how long they take, and a stop that works at once; what is done stays. */
export function RunBar({ label, counts, count, onCount, state, onStop }: Props) {
  const options = counts.map((n) => ({ id: String(n), text: String(n) }));
  return (
    <div className="run-bar">
      <span className="run-label">{label}</span>
      <Segments
        label={label}
        options={options}
        value={String(count)}
        onChange={(n) => (onStop(false), onCount(Number(n)))}
      />
      <RunProgress label={label} state={state} onStop={onStop} />
    </div>
  );
}

interface Progress extends Pick<Props, "label" | "state" | "onStop"> {
  readonly counted?: string; // how far it is, in words, where it is not runs that are counted
}

export function RunProgress({ label, state, onStop, counted }: Progress) {
  const say = useSection(runWords);
  const { done, total, running, secondsLeft } = state;
  const left = secondsLeft ?? NaN;
  const time =
    left >= 90 ? say("minutes", { n: Math.round(left / 60) }) : say("seconds", { n: Math.max(1, Math.round(left)) });
  return (
    <>
      <span className="progress">
        <progress value={done} max={Math.max(1, total)} aria-label={label} />
        <span>
          {counted ?? say("progress", { done, total })}
          {running && Number.isFinite(left) && ` · ${time}`}
        </span>
      </span>
      {(running || done < total) && (
        <Button className="button" onPress={() => onStop(running)}>
          {say(running ? "stop" : "goOn")}
        </Button>
      )}
    </>
  );
}
