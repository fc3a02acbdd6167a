import { Button, ProgressBar } from "react-aria-components";
import type { QuestionId } from "../../../engine/index.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import type { Hold } from "./use-asked.ts";
import { drivers } from "./words.ts";

/** How far a question has come, what is left, and a stop that works at once; a start where it waits to be asked. */
export function Progress<Q extends QuestionId>({ asked, label }: { readonly asked: Hold<Q>; readonly label: string }) {
  const say = useSection(drivers);
  const { asking, runs } = asked;
  const { running, done, share, secondsLeft, failed } = useObservable(asking.state, (s) => s);
  if (failed !== null)
    return (
      <p role="alert" className="asked-failed">
        {say("failed", { why: failed })}
      </p>
    );
  if (done === runs) return null;
  if (!running)
    return (
      <div className="asking">
        {done > 0 && <span>{say("runsSoFar", { done, all: runs })}</span>}
        <Button
          className="button"
          onPress={asking.start}
          aria-label={`${say(done > 0 ? "resume" : "start")}: ${label}`}
        >
          {say(done > 0 ? "resume" : "start")}
        </Button>
      </div>
    );
  const left =
    secondsLeft === null
      ? ""
      : say("left", {
          time:
            secondsLeft > 90
              ? say("minutes", { n: Math.round(secondsLeft / 60) })
              : say("seconds", { n: Math.ceil(secondsLeft) }),
        });
  return (
    <div className="asking">
      <ProgressBar className="bar" value={100 * share} aria-label={label}>
        <i style={{ width: `${100 * share}%` }} />
      </ProgressBar>
      <span>
        {say("runsSoFar", { done, all: runs })}
        {left && ` · ${left}`}
      </span>
      <Button className="button" onPress={asking.cancel} aria-label={`${say("cancel")}: ${label}`}>
        {say("cancel")}
      </Button>
    </div>
  );
}
