import type { ReactNode } from "react";
import { FONT } from "../theme/theme.ts";

interface Props {
  readonly width: number; // [px]
  readonly height: number;
  readonly summary: string; // the picture in words
  readonly size?: number; // of its text [px]
  readonly role?: "img" | "group"; // a group holds parts that can be worked with
  readonly spills?: boolean; // its ink may leave the box
  readonly children: ReactNode;
}

/** What every chart is drawn in: a box with the charts' font, and the words for who does not see it. */
export function Frame({ width, height, summary, size, role = "img", spills = false, children }: Props) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={role}
      aria-label={summary}
      fontFamily={FONT}
      fontSize={size}
      style={{
        display: "block",
        overflow: spills ? "visible" : undefined,
        fontVariantNumeric: "tabular-nums",
      }}
    >
      {children}
    </svg>
  );
}
