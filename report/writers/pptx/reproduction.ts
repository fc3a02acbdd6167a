import { say } from "../../../engine/index.ts";
import { manifestFor } from "../../document/manifest.ts";
import type { ReportDocument } from "../../document/model.ts";
import { reportWords } from "../../report-words.ts";

/** What it takes to get the same deck again, line by line. */
export function reproduction({ lang, manifest }: ReportDocument): string[] {
  const words = say(reportWords, lang);
  const { command, version, seed, replications, arms } = manifestFor(manifest, "pptx");
  return [
    command,
    `${words.version} ${version} · ${words.seed} ${seed} · ${words.replications(replications)}`,
    ...arms.map((arm) => `${words.scenario} ${arm.id} ${arm.hash} · ${words.fingerprint} ${arm.fingerprint}`),
  ];
}
