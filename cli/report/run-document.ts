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

/** Of a run folder: pages to read and to ask. */
interface RunPages {
  readonly report: Uint8Array;
  readonly sql: Uint8Array | null; // where it is left out
}

/** A run that is over, as a page to read, and one that answers in SQL. */
export async function runPages(
  named: Named,
  recording: Recording,
  asked: RunAsked & { readonly sql: string | null }, // what the second is called
): Promise<RunPages> {
  const over = {
    run: async () => recording,
    measure: () => Promise.reject(new Error("nothing left to run")),
    width: 1,
  };
  const arms = await gather([named], over, { runs: 1, seed: asked.seed, nash: false, swings: false });
  const document = { ...runDocument(arms, asked), beside: asked.sql ?? undefined };
  const host = nodeHost(asked.lang);
  const bytesOf = async (format: string) => (await writers.get(format).write(document, host, "run"))[0].bytes;
  return { report: await bytesOf("html"), sql: asked.sql === null ? null : await bytesOf("sql") };
}
