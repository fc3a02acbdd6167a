import { designReference, type FieldEntry, scenarioReference } from "../engine/authoring.ts";
import { type Language, say } from "../engine/index.ts";
import { PAGE } from "./fields-words.ts";

/** Strategies stand under vendors alone, though products and the shared table take the same. */
const isAgain = ({ path }: FieldEntry) => /^strategies\.|products\.\*\.strategy\(|\.kind$/.test(path);

function sectionOf({ path }: FieldEntry): string {
  if (/\.strategy\(/.test(path)) return "strategies";
  if (/\.cost\(/.test(path)) return "costs";
  const top = /^(demand|vendors|events)\b/.exec(path);
  return top ? top[1] : "frame";
}

/** The reference of fields, a page in one language. */
export function fieldsPage(lang: Language): string {
  const { title, intro, sections, head, whole } = say(PAGE, lang);
  const cell = (text: string) => (text === "" ? "" : `\`${text.replaceAll("|", "\\|")}\``);
  const row = ({ path, text, unit, range, default: preset, example }: FieldEntry) => {
    const what = text ? say(text, lang).replaceAll("|", "\\|") : "";
    const cells = [
      cell(path),
      what,
      unit,
      range.replace("whole", whole),
      cell(preset === undefined ? "" : JSON.stringify(preset)),
    ];
    return `| ${[...cells, cell(example)].join(" | ")} |`;
  };
  const all = scenarioReference().filter((entry) => !isAgain(entry));
  const of = (id: string) => (id === "design" ? designReference() : all.filter((entry) => sectionOf(entry) === id));
  const rule = "| --- | --- | --- | --- | --- | --- |";
  const parts = Object.entries(sections).map(
    ([id, name]) => `## ${name}\n\n${[head, rule, ...of(id).map(row)].join("\n")}\n`,
  );
  return `# ${title}\n\n${intro}\n\n${parts.join("\n")}`;
}
