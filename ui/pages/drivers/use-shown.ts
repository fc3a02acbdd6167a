import { useMemo } from "react";
import {
  questionOf,
  type Recording,
  type Scenario,
  type Span,
  type Splits,
  splitsPiece,
} from "../../../engine/index.ts";
import { useApp } from "../../store/app.ts";
import { once } from "../../store/once.ts";
import { useOverUnknowns } from "../../store/unknowns.ts";

/**
 * The splits of the runs that other pages show already: there at once, while the page's own, which price competition
 * too, are on their way.
 */
export function useShown(scenario: Scenario, { from, to }: Span): Splits | null {
  const shown = useApp((s) => s.result?.run.recording ?? null);
  const bands = useApp((s) => s.bands);
  const mixed = useOverUnknowns(); // each run with parameters of its own
  return useMemo(() => {
    if (!shown) return null;
    const runs = bands.length > 0 && !mixed ? bands : [shown];
    const span = { from, to };
    return questionOf("splits").all(
      scenario,
      { span },
      runs.map((r) => pieceOf(r, span)),
    );
  }, [scenario, shown, bands, mixed, from, to]);
}

const piecesOf = once<Recording, Map<string, ReturnType<typeof splitsPiece>>>(() => new Map());

function pieceOf(r: Recording, span: Span) {
  const [known, key] = [piecesOf(r), `${span.from}/${span.to}`];
  if (!known.has(key)) known.set(key, splitsPiece(r, span));
  return known.get(key)!;
}
