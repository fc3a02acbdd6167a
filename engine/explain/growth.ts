import type { Recording } from "../recording/recorder.ts";
import { tokens } from "../metrics/volumes.ts";
import type { Span } from "../benchmarks/nash-prices.ts";
import { rowOf } from "./standings.ts";

/** Where the growth of tokens between two days came from [Mtok/week]. The parts add up to `to - from`. */
export interface Growth {
  readonly from: number;
  readonly to: number;
  readonly moreUse: number; // present users at lower prices
  readonly newApplications: number; // first adoptions, those by people who have just heard of such products included
  readonly left: number; // who stopped
  readonly switching: number; // what changing products adds or loses
  /** Needs that grow by themselves, newcomers who ramp up, and what capacity turns away. */
  readonly exogenous: number;
  readonly awareFrom: number; // represented agents who know such products exist
  readonly awareTo: number;
}

export function growthBetween(r: Recording, span: Span): Growth {
  const [first, last] = [rowOf(r, span.from), rowOf(r, span.to)];
  const sum = (column: Float64Array) => {
    let total = 0;
    for (let t = first + 1; t <= last; t++) total += column[t];
    return total;
  };
  const volume = tokens.compute(r);
  const { moreUse, newApplications, leftVolume, switching, awareAgents } = r.market;
  const causes = r.switches
    ? { moreUse: sum(moreUse), newApplications: sum(newApplications), left: sum(leftVolume), switching: sum(switching) }
    : buyersOf(volume.subarray(first, last + 1));
  const known = causes.moreUse + causes.newApplications + causes.left + causes.switching;
  return {
    from: volume[first],
    to: volume[last],
    ...causes,
    exogenous: volume[last] - volume[first] - known,
    awareFrom: awareAgents[first],
    awareTo: awareAgents[last],
  };
}

/** The textbook's buyers take one unit or none and have no history: volume moves only as they begin or stop to buy. */
function buyersOf(volume: Float64Array) {
  const causes = { moreUse: 0, newApplications: 0, left: 0, switching: 0 };
  for (let t = 1; t < volume.length; t++) {
    const change = volume[t] - volume[t - 1];
    causes[change > 0 ? "newApplications" : "left"] += change;
  }
  return causes;
}
