// A year of china-2024's demand as agentscript's documentation teaches: turtles, asked at every step.
// agentscript-year.mjs FILE
import process from "node:process";
import { serve } from "../entries/harness.mjs";
import {
  addUse,
  clearDay,
  closeDay,
  dayOf,
  fresh,
  live,
  newTotals,
  readYear,
  report,
  tokensOf,
} from "../year/rules.mjs";

// The package asks for a canvas when it is loaded, which this model has no use for and Node does not have.
globalThis.OffscreenCanvas ??= class {
  getContext() {
    return {};
  }
};
const { Model } = await import("agentscript");

const year = readYear(process.argv[2]);
const days = year.days.map((day) => dayOf(year, day));

class Year extends Model {
  setup() {
    this.totals = newTotals(year);
    const next = year.people.values();
    this.turtles.create(year.people.length, (turtle) => Object.assign(turtle, fresh(next.next().value)));
  }

  step() {
    const seen = days[this.ticks];
    this.turtles.ask((turtle) => live(year, turtle, seen[turtle.segment]));
    clearDay(this.totals);
    this.turtles.ask(
      (turtle) => turtle.held >= 0 && addUse(this.totals, turtle, tokensOf(year, turtle, seen[turtle.segment])),
    );
    closeDay(this.totals);
  }
}

serve(() => {
  const model = new Year({ minX: 0, maxX: 1, minY: 0, maxY: 1 });
  model.setup();
  while (model.ticks < days.length) model.step(); // a step advances the clock
  return report(model.totals);
});
