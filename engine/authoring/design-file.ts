/** What a design file says once it is read, whichever verb reads it. Values are as a scenario file would hold them. */
export interface DesignFile {
  /** A scenario of the library by id, or of a file. */
  readonly scenario: string;
  /** How points are chosen: `latin-hypercube`, `grid`, `sobol`, `morris`, ... */
  readonly method?: string;
  /** Points, or trajectories, or base samples, as the method counts. */
  readonly runs?: number;
  /** Runs of each point. */
  readonly replications?: number;
  readonly seed: string | number;
  /** How many people are simulated; the scenario's own number unless given. */
  readonly agents?: number;
  /** The scenario's own length unless given. */
  readonly weeks?: number;
  readonly parameters: readonly AxisEntry[];
  /** Combinations of one's own, by path. */
  readonly points?: readonly Readonly<Record<string, unknown>>[];
  /** A CSV of such points, next to the design. */
  readonly file?: string;
  readonly outputs?: readonly string[];
  /** The output that a grid of two parameters is drawn as a map of. */
  readonly map?: string;
  /** optimise: who sets the parameters, where rivals are held. */
  readonly vendor?: string;
  /** optimise: rivals react as in the scenario, or keep their prices. */
  readonly others: "reacting" | "held";
  /** optimise: one of these three, an output. */
  readonly maximise?: string;
  readonly minimise?: string;
  readonly goal?: { readonly output: string; readonly value: number | string };
  /** optimise: conditions to keep to, like `market.hhi < 0.3`. */
  readonly subject: readonly string[];
  /** optimise, calibrate: how many points may be tried. */
  readonly evaluations?: number;
  /** posterior: into how many rounds its points are split, each but the first near what is believed so far. */
  readonly rounds?: number;
  /** calibrate, posterior: what was observed. */
  readonly targets: readonly TargetEntry[];
}

/** A parameter that varies: a path or a lever, over a range or some values. */
export interface AxisEntry {
  readonly path?: string;
  readonly lever?: string;
  readonly range?: readonly [unknown, unknown];
  readonly values?: readonly unknown[];
  /** Of a range, in a grid. */
  readonly points: number;
  readonly scale?: "linear" | "log" | "factor";
}

/** A number or a series that was observed. */
interface TargetEntry {
  /** One number: an output and its value. */
  readonly output?: string;
  readonly value?: number | string;
  /** A series and its points by date, month or year; null: not observed. */
  readonly series?: string;
  readonly points?: Readonly<Record<string, number | string | null>>;
  /** A CSV of points, next to the design, and its column. */
  readonly file?: string;
  readonly column?: string;
  /** Standard deviation of the observation, in its unit. */
  readonly sd?: number | string;
  /** Kept back as a test. */
  readonly holdout: boolean;
}

/** A design as a program writes it: what has a default may be left out. */
export interface DesignInput extends Partial<Omit<DesignFile, "parameters" | "targets">> {
  readonly scenario: string;
  readonly parameters?: readonly Partial<AxisEntry>[];
  readonly targets?: readonly Partial<TargetEntry>[];
}
