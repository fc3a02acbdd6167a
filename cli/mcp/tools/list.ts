import { z } from "zod";
import { allSeries, say } from "../../../engine/index.ts";
import { catalogue, type Row } from "../../catalogue.ts";
import { LANG, tool } from "../tool.ts";
import { LIST } from "./tool-words.ts";

const GROUPS = {
  market: "market.",
  vendor: "vendors.<id>.",
  product: "products.<vendor>.<id>.",
  segment: "segments.<id>.",
};

/** Paths that outputs may take, as rows like those of the other kinds. */
const outputs = (): Row[] =>
  allSeries().map(({ entity, id, label, description }) => ({ id: `${GROUPS[entity]}${id}`, label, description }));

const KINDS = ["outputs", ...Object.keys(catalogue)] as const;

export const list = tool({
  name: "list",
  ...LIST,
  input: { kind: z.enum(KINDS).default("scenarios"), ...LANG },
  output: {
    kind: z.string(),
    rows: z.array(z.object({ id: z.string(), label: z.string(), description: z.string() })),
  },
  async run({ kind }, { lang }) {
    const found = kind === "outputs" ? outputs() : catalogue[kind].rows();
    const rows = found.map(({ id, label, description }) => ({
      id,
      label: say(label, lang),
      description: say(description, lang),
    }));
    const text = rows.map(({ id, label, description }) => `- ${id}: ${label}. ${description}`).join("\n");
    return { text, structured: { kind, rows } };
  },
});
