import { z } from "zod";
import { say } from "../../../engine/index.ts";
import { fine } from "../../verbs/verb-words.ts";
import { GIVEN, openGiven } from "../given.ts";
import { LANG, tool } from "../tool.ts";
import { CHECK } from "./tool-words.ts";

export const check = tool({
  name: "check",
  ...CHECK,
  input: { ...GIVEN, ...LANG },
  output: {
    ok: z.boolean(),
    id: z.string(),
    vendors: z.number(),
    products: z.number(),
    events: z.number(),
    notes: z.array(z.string()),
  },
  async run(given, { lang }) {
    const { scenario, notes } = openGiven(given);
    const vendors = Object.values(scenario.vendors);
    const counts = {
      id: scenario.id,
      vendors: vendors.length,
      products: vendors.reduce((sum, v) => sum + Object.keys(v.products).length, 0),
      events: scenario.events.length,
    };
    const told = notes.map((note) => say(note, lang));
    return { text: [say(fine, lang)(counts), ...told].join("\n"), structured: { ok: true, ...counts, notes: told } };
  },
});
