import type {
  Growth,
  GrowthAttribution,
  ShareAttribution,
  Split,
  Text,
  TypicalWar,
  Wedge,
  Worth,
} from "../../engine/index.ts";

/** What the commands of the page print with --json, as far as the page uses it. */
export interface Material {
  readonly whole: {
    readonly runs: number;
    readonly products: readonly Row[];
    readonly vendors: readonly Row[];
    readonly index: Row;
    readonly war: TypicalWar;
    readonly growth: readonly Growth[];
  };
  readonly trigger: KnockOuts;
  readonly history: KnockOuts;
  readonly belowCost: KnockOuts;
  readonly research: KnockOuts;
  readonly ranges: { readonly ranges: readonly RangeTold[] };
  readonly share: { readonly vendor: string; readonly runs: readonly ShareAttribution[] };
  readonly growth: { readonly runs: readonly GrowthAttribution[] };
  readonly worth: readonly Worth[]; // null stands for Infinity
}

export type Commands = Readonly<Record<Exclude<keyof Material, "worth">, string>> & {
  readonly worth: (vendor: string) => string;
};

export interface KnockOuts {
  readonly pairs: number;
  readonly knockOuts: readonly { readonly wedges: readonly Wedge[] }[];
}

/** Verdicts with one lever at one end. */
interface RangeTold {
  readonly label: Text;
  readonly value: number | null;
  readonly index: Told | null;
  readonly vendors: readonly Told[];
}

type Told = Pick<Row, "id" | "verdict" | "robustness">;

interface Row {
  readonly id: string;
  readonly launched: boolean;
  readonly priceFrom: number;
  readonly priceTo: number;
  readonly costFrom: number;
  readonly costTo: number;
  readonly nashFrom: number;
  readonly nashTo: number;
  readonly belowCost: boolean;
  readonly symmetric: Split["symmetric"];
  readonly absolute: Split["absolute"];
  readonly nash: Split["nash"];
  readonly bands: Readonly<Record<"priceTo" | "margin" | "technology" | "conduct", readonly [number, number]>>;
  readonly verdict: string | null;
  readonly robustness: number;
}

export interface Question {
  readonly q: string;
  readonly command: string;
  readonly text: string;
}
