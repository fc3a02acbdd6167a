import { vendorInk, type Glyph } from "./palette.ts";

export type Mode = "light" | "dark";

/** Neutral colours of one theme. Contrast on the surface is 4.5 or more for ink, ink2 and ink3. */
export interface ChartTheme {
  readonly mode: Mode;
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly ghost: string; // the baseline
  readonly grid: string;
  readonly line: string;
  readonly line2: string;
  readonly below: string; // below cost: the only hue that is no vendor's
}

export const THEMES: Readonly<Record<Mode, ChartTheme>> = {
  light: {
    mode: "light",
    surface: "#ffffff",
    ink: "#15181d",
    ink2: "#4c535d",
    ink3: "#666d77",
    ghost: "#8c929c",
    grid: "#ecedea",
    line: "#e3e4e1",
    line2: "#cfd1ce",
    below: "#c8102e",
  },
  dark: {
    mode: "dark",
    surface: "#12151a",
    ink: "#edeff2",
    ink2: "#b4bbc5",
    ink3: "#939ba7",
    ghost: "#78808c",
    grid: "#20252c",
    line: "#252a32",
    line2: "#39404a",
    below: "#ff5a5f",
  },
};

/** Latin first, so that ’ “ – stay narrow in English; no downloads. */
export const FONT = [
  'Inter, "SF Pro Text", "Segoe UI Variable Text", "Segoe UI", Roboto, "PingFang SC"',
  '"HarmonyOS Sans SC", MiSans, "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC"',
  '"Source Han Sans SC", sans-serif',
].join(", ");

/** How one entity is drawn. */
export interface Ink {
  readonly glyph: Glyph;
  readonly mark: string; // lines, points: contrast 3 or more
  readonly text: string; // contrast 4.5 or more
}

/** Ink of a vendor by its place among a scenario's. */
export const inkIn = (vendors: Readonly<Record<string, unknown>>, vendor: string, mode: Mode): Ink =>
  inkOf(vendor, Object.keys(vendors).indexOf(vendor), mode);

export function inkOf(vendor: string, index: number, mode: Mode): Ink {
  const { glyph, light, lightText, dark, darkText } = vendorInk(vendor, index);
  return mode === "light" ? { glyph, mark: light, text: lightText } : { glyph, mark: dark, text: darkText };
}
