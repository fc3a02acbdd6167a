import type { ReactNode } from "react";
import type { Language, Text } from "../../engine/index.ts";
import type { ChartTheme } from "../theme/theme.ts";

/** One picture of the gallery. A new chart gets a line here: then it is seen, and its drawing is kept by a snapshot. */
export interface Example {
  readonly id: string;
  readonly title: Text;
  draw(to: { readonly theme: ChartTheme; readonly lang: Language; readonly width: number }): ReactNode;
}
