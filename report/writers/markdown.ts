import { say } from "../../engine/index.ts";
import { GAP, labelled } from "../../words/punctuation.ts";
import type { Block, ReportDocument, Sentence, Table } from "../document/model.ts";
import { manifestFor } from "../document/manifest.ts";
import { textOf } from "../document/sentence.ts";
import type { Figure } from "../figures/index.ts";
import { reportWords } from "../report-words.ts";
import { utf8, type Writer } from "./writer.ts";

/** Text and tables; each chart in words and as a table of its first, last and some dates between. */
export const markdown: Writer = {
  id: "md",
  extension: "md",
  label: { en: "Markdown", zh: "Markdown" },
  write: async (document, _host, base) => [{ name: `${base}.md`, bytes: utf8(markdownOf(document)) }],
};

function markdownOf(document: ReportDocument): string {
  const { lang, title, question, kicker, keyFigures, sections, manifest } = document;
  const words = say(reportWords, lang);
  const keys = keyFigures.map(
    ({ label, value, note }) => `- **${labelled(safe(label), text(value), lang)}** ${text(note)}`,
  );
  const parts = sections.map(({ heading, blocks }) =>
    [heading && `## ${safe(heading)}`, ...blocks.map((b) => block(b, lang))].filter(Boolean).join("\n\n"),
  );
  const json = JSON.stringify(manifestFor(manifest, "md"));
  return `${[
    `# ${text(title)}`,
    `*${safe(kicker)}*`,
    `${words.question}${safe(question)}`,
    ...(keys.length > 0 ? [keys.join("\n")] : []),
    ...parts,
    `## ${words.reproduce}`,
    `    ${manifestFor(manifest, "md").command}`,
    words.foot,
    // The manifest, for programs; a comment to readers. Two hyphens would end it.
    `<!-- pricewar-manifest ${json.replaceAll("--", String.raw`-\u002d`)} -->`,
  ].join("\n\n")}\n`;
}

const safe = (s: string): string => s.replace(/([\\`*_{}[\]<>|])/g, String.raw`\$1`);
const text = (s: Sentence): string => safe(textOf(s));

function block(b: Block, lang: ReportDocument["lang"]): string {
  if (b.kind === "prose") return b.sentences.map(text).join(b.together ? say(GAP, lang) : "\n\n");
  if (b.kind === "list") return b.items.map((s) => `- ${text(s)}`).join("\n");
  return b.kind === "table" ? table(b.table) : figure(b.figure);
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function table({ caption, head, rows, words = [] }: Table): string {
  const align = head.map((_, k) => (k === 0 || words.includes(k) ? "---" : "---:"));
  return [`${safe(caption)}\n`, line(head.map(safe)), line(align), ...rows.map((row) => line(row.map(text)))].join(
    "\n",
  );
}

const ROWS = 6; // of a chart's table

function figure({ title, subtitle, summary, table: { head, rows } }: Figure): string {
  const step = Math.max(1, Math.ceil((rows.length - 1) / (ROWS - 1)));
  const some = rows.filter((_, k) => k % step === 0 || k === rows.length - 1);
  const data = [
    line(head.map(safe)),
    line(head.map((_, k) => (k === 0 ? "---" : "---:"))),
    ...some.map((row) => line(row.map(safe))),
  ];
  return [`**${safe(title)}** (${safe(subtitle)})`, safe(summary), data.join("\n")].join("\n\n");
}
