import { manifestFor } from "../document/manifest.ts";
import type { Block, ReportDocument, Sentence } from "../document/model.ts";
import { textOf } from "../document/sentence.ts";
import { utf8, type Writer } from "./writer.ts";

/** Everything for programs: the manifest, sentences with the values behind them, tables, the data. */
export const json: Writer = {
  id: "json",
  extension: "json",
  label: { en: "JSON", zh: "JSON" },
  write: async (document, _host, base) => [
    { name: `${base}.json`, bytes: utf8(`${JSON.stringify(jsonOf(document), null, 1)}\n`) },
  ],
};

function jsonOf(document: ReportDocument): unknown {
  const { title, question, keyFigures, sections, sheets, manifest } = document;
  return {
    manifest: manifestFor(manifest, "json"),
    title: textAndValues(title),
    question,
    keyFigures: keyFigures.map(({ label, value, note }) => ({
      label,
      value: textAndValues(value),
      note: textAndValues(note),
    })),
    sections: sections.map(({ id, heading, blocks }) => ({ id, heading, blocks: blocks.map(block) })),
    data: Object.fromEntries(
      sheets().map(({ id, columns, rows }) => [id, { columns: columns.map((c) => c.name), rows }]),
    ),
  };
}

const textAndValues = (s: Sentence) => ({
  text: textOf(s),
  values: s.parts.flatMap((p) =>
    typeof p === "object" && "path" in p ? [{ said: p.said, path: p.path, value: p.value }] : [],
  ),
});

function block(b: Block): unknown {
  if (b.kind === "prose") return { kind: b.kind, sentences: b.sentences.map(textAndValues) };
  if (b.kind === "list") return { kind: b.kind, items: b.items.map(textAndValues) };
  if (b.kind === "table")
    return {
      kind: b.kind,
      caption: b.table.caption,
      head: b.table.head,
      rows: b.table.rows.map((row) => row.map(textAndValues)),
    };
  const { id, title, subtitle, summary, table } = b.figure;
  return { kind: b.kind, id, title, subtitle, summary, table };
}
