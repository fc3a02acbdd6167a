import {
  type Benchmarks,
  benchmarks,
  type MergerTable,
  mergerTable,
  type OwnerChange,
  type Searched,
  withMoreAgents,
} from "../../engine/index.ts";
import type { Day } from "./day.ts";

type Seed = { readonly seed: string | number };

/** Prices of competition on a day, with more agents where those of the scenario are too few to find any. */
export const searchPrices = (
  { model, market }: Day,
  { seed, hold, starts }: Seed & { readonly hold?: readonly number[]; readonly starts?: number },
): Searched<Benchmarks> =>
  withMoreAgents(
    model,
    { seed },
    { search: (m) => benchmarks(m, market, { hold, starts }), settled: (b) => b.equilibrium.converged },
  );

/** The same before and after a change of owners. */
export const searchMerger = ({ model, market }: Day, { seed, ...change }: Seed & OwnerChange): Searched<MergerTable> =>
  withMoreAgents(
    model,
    { seed },
    { search: (m) => mergerTable(m, market, change), settled: (table) => table.converged },
  );
