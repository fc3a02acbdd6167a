import type { BoardMarket, ClassFacts, Course } from "../../../engine/class/index.ts";
import type { Language } from "../../../engine/index.ts";
import { inkIn, type Mode, THEMES } from "../../../charts/theme/theme.ts";
import { vendorOf } from "../says.ts";
import type { RoundLine } from "../lines.tsx";

interface Look {
  readonly facts: ClassFacts;
  readonly lang: Language;
  readonly mode: Mode;
}

export const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length;

/** A market's mean over its teams, round by round. */
const meanCourse = ({ digest }: BoardMarket, seats: readonly string[], of: keyof Course): number[] => {
  if (!digest) return [];
  const all = seats.map((vendor) => digest.course[vendor][of]);
  return all[0].map((_, k) => mean(all.flatMap((x) => x[k] ?? [])));
};

/** One market: a line a team. */
export const teamLines = (market: BoardMarket, of: keyof Course, { facts, lang, mode }: Look): RoundLine[] =>
  facts.seats.map((vendor) => {
    const { mark, text } = inkIn(facts.vendors, vendor, mode);
    return {
      id: vendor,
      name: vendorOf(facts, vendor, lang),
      values: market.digest?.course[vendor][of].map((x) => x ?? NaN) ?? [],
      mark,
      text,
    };
  });

const ARM_INKS = ["deepseek", "alibaba"] as const;
const armInk = (k: number, mode: Mode) => inkIn({}, ARM_INKS[k % ARM_INKS.length], mode);
const armsOf = (markets: readonly BoardMarket[]): string[] => [...new Set(markets.map((m) => m.arm))];

/** Several markets: each a thin line, and the mean of each treatment a bold one. */
export function marketLines(
  markets: readonly BoardMarket[],
  of: keyof Course,
  { facts, mode, name }: Omit<Look, "lang"> & { name(market: BoardMarket): string },
): RoundLine[] {
  const arms = armsOf(markets);
  const { ghost } = THEMES[mode];
  const thin = markets.map((m, k): RoundLine => {
    return { id: `${k}`, name: "", values: meanCourse(m, facts.seats, of), mark: ghost, text: ghost };
  });
  const bold = arms.map((arm, k): RoundLine => {
    const own = markets.filter((m) => m.arm === arm);
    const all = own.map((m) => meanCourse(m, facts.seats, of)).filter((x) => x.length > 0);
    const { mark, text } = armInk(k, mode);
    const values = all.length > 0 ? all[0].map((_, t) => mean(all.map((x) => x[t]))) : [];
    return { id: arm, name: name(own[0]), values, mark, text, bold: true };
  });
  return [...thin, ...bold];
}

/** How far above all that was played a line of theory may lie and still be drawn: beyond, it would flatten the rest. */
const REACH = 2.5;

type TheoryWay = "nash" | "cartel";

/** Prices of theory next to what was played, where they fit on the same scale: each treatment has its own. */
export function theoryLines(
  markets: readonly BoardMarket[],
  played: readonly RoundLine[],
  { mode, name }: { readonly mode: Mode; name(way: TheoryWay, market: BoardMarket): string },
): RoundLine[] {
  const top = Math.max(...played.flatMap((l) => l.values.filter(Number.isFinite)));
  const { ink2 } = THEMES[mode];
  const arms = armsOf(markets);
  return arms.flatMap((arm, k) => {
    const market = markets.find((m) => m.arm === arm)!;
    const { theory } = market;
    if (!theory) return [];
    const ink = arms.length > 1 ? armInk(k, mode) : { mark: ink2, text: ink2 };
    return (["nash", "cartel"] as const)
      .filter((way) => Math.max(...theory[way]) <= REACH * top)
      .map((way) => ({
        id: `${arm}/${way}`,
        name: name(way, market),
        values: [theory[way][0], ...theory[way]],
        mark: ink.mark,
        text: ink.text,
        dash: way === "nash" ? "2 4" : "8 5",
      }));
  });
}
