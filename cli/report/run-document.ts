import type { Language, Recording } from "../../engine/index.ts";
import { buildReport } from "../../report/document/build.ts";
import { gather, type Named } from "../../report/document/gather.ts";
import type { ReportDocument } from "../../report/document/model.ts";
import { sections } from "../../report/document/sections/index.ts";
import { figures } from "../../report/figures/index.ts";
import { writers } from "../../report/writers/index.ts";
import { version } from "../home.ts";
import { nodeHost } from "./host.ts";

interface RunAsked {
  readonly name: string;
  readonly seed: string;
  readonly lang: Language;
  readonly currency?: string; // of amounts; missing: the scenario's
  readonly command?: string; // makes the document again
}

type Arms = Parameters<typeof buildReport>[0];

/** One run as a document: the findings, every chart, outcomes and vendors. */
export function runDocument(arms: Arms, { name, seed, lang, currency, command }: RunAsked): ReportDocument {
  const shown = sections.ids().filter((id) => figures.has(id));
  const request = {
    names: [name],
    set: [],
    template: "",
    sections: ["summary", ...shown, "outcomes", "vendors"],
    lang,
    seed,
    runs: 1,
    nash: false,
    currency,
    command,
  };
  return buildReport(arms, request, version());
}

/** A run that is over, as a page to read. */
export async function runPage(named: Named, recording: Recording, asked: RunAsked): Promise<Uint8Array> {
  const over = {
    run: async () => recording,
    measure: () => Promise.reject(new Error("nothing left to run")),
    width: 1,
  };
  const arms = await gather([named], over, { runs: 1, seed: asked.seed, nash: false, swings: false });
  const [page] = await writers.get("html").write(runDocument(arms, asked), nodeHost(asked.lang), "report");
  return page.bytes;
}
