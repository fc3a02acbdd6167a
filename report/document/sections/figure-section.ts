import { figures } from "../../figures/index.ts";
import type { SectionKind } from "../section.ts";

/** A section that is a figure of the registry. */
export function figureSection(id: string, label: SectionKind["label"], figure = id): SectionKind {
  return {
    id,
    label,
    heading: { en: "", zh: "" }, // the figure's own title is one
    build({ figures: input }) {
      const found = figures.get(figure).build(input);
      return found ? [{ kind: "figure", figure: found }] : [];
    },
  };
}
