import { useSection } from "../i18n/index.ts";
import { sqlWords } from "./sql-words.ts";
import type { Answer } from "./database.ts";

const [WIDTH, HEIGHT, PAD] = [640, 160, 8]; // px

/** An answer whose first column is days or numbers, and whose second is numbers, as a line. */
export function Sketch({ answer: { head, rows } }: { readonly answer: Answer }) {
  const say = useSection(sqlWords);
  const points = rows.flatMap(([x, y]) => {
    const at = typeof x === "string" ? Date.parse(x) : Number(x);
    return typeof y === "number" && Number.isFinite(at) ? [[at, y] as const] : [];
  });
  if (points.length < 3 || points.length < rows.length) return null;
  const scale = (k: 0 | 1, from: number, to: number) => {
    const all = points.map((p) => p[k]);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return (x: number) => from + ((x - low) / (high - low || 1)) * (to - from);
  };
  const [sx, sy] = [scale(0, PAD, WIDTH - PAD), scale(1, HEIGHT - PAD, PAD)];
  const line = points.map(([x, y]) => `${sx(x).toFixed(1)},${sy(y).toFixed(1)}`).join(" ");
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say("chart", { x: head[0], y: head[1] })}>
      <polyline points={line} fill="none" stroke="currentColor" strokeWidth={1.5} />
    </svg>
  );
}
