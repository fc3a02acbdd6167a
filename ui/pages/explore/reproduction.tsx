import { useWords } from "../../i18n/index.ts";
import { UnknownsSwitch } from "../../parts/unknowns-switch.tsx";
import { session, useApp } from "../../store/app.ts";
import { version } from "../../store/places.ts";
import { useRun } from "./chart-data.ts";

/** What it takes to get these numbers again, and a hash to see that one did. */
export function Reproduction() {
  const say = useWords();
  const { scenario } = useRun();
  const result = useApp((s) => s.result);
  const agents = scenario.demand.agents;
  if (!result) return null;
  const previewed = (n: number, error?: number) =>
    error === undefined
      ? say("explore.preview", { n })
      : say("explore.previewError", { n, points: Math.ceil(100 * error) });
  const id = result.fingerprint;
  return (
    <footer className="reproduction" data-fingerprint={id ?? undefined} data-quick={result.quick || undefined}>
      <span>
        {result.built
          ? say("explore.built")
          : result.quick
            ? previewed(agents, result.error)
            : say("explore.reproduce", {
                agents: agents.toLocaleString("en"),
                seed: session().seed,
                ms: Math.round(result.ms),
                version,
              })}
      </span>
      {id && <code>{say("explore.fingerprint", { id })}</code>}
      <span>{say("explore.oneRun")}</span>
      <UnknownsSwitch scenario={scenario} />
    </footer>
  );
}
