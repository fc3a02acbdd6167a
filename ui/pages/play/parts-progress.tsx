import { Button, ProgressBar } from "react-aria-components";
import { percent } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import type { Working } from "./use-parts.ts";
import { play } from "./words.ts";

/** How far a part of the debrief has come, about how long it still takes, and a stop that works at once. */
export function PartsProgress({ parts, label }: { readonly parts: Working<object>; readonly label: string }) {
  const say = useSection(play);
  const { done, secondsLeft, failed, stop } = parts;
  if (failed !== null)
    return (
      <p role="alert" className="told">
        {say("debriefFailed", { why: failed })}
      </p>
    );
  if (done >= 1) return null;
  const left =
    secondsLeft === null
      ? ""
      : say(secondsLeft > 90 ? "minutesLeft" : "secondsLeft", {
          n: Math.ceil(secondsLeft > 90 ? secondsLeft / 60 : secondsLeft),
        });
  return (
    <div className="progress">
      <span>{label}</span>
      <ProgressBar className="bar" value={100 * done} aria-label={label}>
        <i style={{ width: `${100 * done}%` }} />
      </ProgressBar>
      <span>{[percent(done), left].filter(Boolean).join(" · ")}</span>
      <Button className="button" aria-label={`${say("stop")}: ${label}`} onPress={stop}>
        {say("stop")}
      </Button>
    </div>
  );
}
