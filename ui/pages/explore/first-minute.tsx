import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useSection } from "../../i18n/index.ts";
import { useFocusOutput } from "../../store/focus.ts";
import { recall, remember } from "../../store/storage.ts";
import { firstMinute } from "./first-minute-words.ts";
import "./first-minute.css";

const SEEN = "first-minute";
const STEPS = ["ask", "change", "read", "why", "report"] as const;

/** What to try in the first minute, a step at a time; once put away it does not come back. */
export function FirstMinute() {
  const say = useSection(firstMinute);
  const [step, setStep] = useState(() => (recall(SEEN) === null ? 0 : STEPS.length));
  const now = STEPS[step];
  const asked = useFocusOutput() !== null;
  if (asked && now === "ask") setStep(step + 1); // done: the next thing to try
  useEffect(() => {
    if (now) document.documentElement.dataset.step = now;
    return () => void delete document.documentElement.dataset.step;
  }, [now]);
  if (!now) return null;
  const go = (to: number) => {
    if (to === STEPS.length) remember(SEEN, "seen");
    setStep(to);
  };
  const last = step === STEPS.length - 1;
  return (
    <aside className="first-minute" aria-label={say("title")}>
      <p aria-live="polite">
        <b>{say("place", { k: step + 1, n: STEPS.length })}</b> {say(now)}
      </p>
      <Button className="link" onPress={() => go(step + 1)}>
        {say(last ? "done" : "next")}
      </Button>
      {!last && (
        <Button className="link" onPress={() => go(STEPS.length)}>
          {say("skip")}
        </Button>
      )}
    </aside>
  );
}
