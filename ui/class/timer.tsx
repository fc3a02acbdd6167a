import { useEffect, useState } from "react";
import { useSection } from "../i18n/index.ts";
import { clock } from "./says.ts";
import { classWords } from "./words.ts";

interface Props {
  readonly deadline: number | null; // by this page's clock
  readonly paused: boolean;
  readonly left: number | null;
}

/** The round's clock; nothing where there is none. */
export function Timer({ deadline, paused, left }: Props) {
  const say = useSection(classWords);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  if (paused) return <p className="timer">{left ? clock(left) : say("paused")}</p>;
  if (deadline === null) return null;
  const rest = Math.max(0, deadline - now);
  return (
    <p className="timer" role="timer" aria-label={say("timeLeft")} data-short={rest < 20_000 || undefined}>
      {clock(rest)}
    </p>
  );
}
