import { focusFigure } from "../../figures/focus-figure.ts";
import { focusSureness, focusTable } from "../focus.ts";
import type { SectionKind } from "../section.ts";

/** The page of what is in focus: its path with the band, and the numbers beside it. The title is the answer. */
export const focusSection: SectionKind = {
  id: "focus",
  label: { en: "The focus", zh: "关注对象" },
  heading: { en: "Answer and confidence", zh: "结论与把握" },
  build(input) {
    const { focus, figures } = input;
    if (!focus) return [];
    const asked = { ...input, focus };
    const table = focusTable(asked);
    const beside = { ...focus, name: BESIDE[focus.name] ?? BESIDE.any };
    const pictures = [focus, ...(focus.entity === "vendor" ? [beside] : [])].map((f) => focusFigure(f, figures));
    return [
      { kind: "prose", sentences: focusSureness(asked), together: true },
      ...pictures.flatMap((figure) => (figure ? [{ kind: "figure", figure } as const] : [])),
      ...(table.rows.length > 0 ? [{ kind: "table", table } as const] : []),
    ];
  },
};

/** What is drawn under a vendor's series: of its share the margin, of anything else the share. */
const BESIDE: Readonly<Record<string, string>> = { tokenShare: "grossMargin", any: "tokenShare" };
