// A year of china-2024's demand as flocc's documentation teaches: agents with data and a tick rule. flocc-year.mjs FILE
import process from "node:process";
import flocc from "flocc";
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

const { Agent, Environment } = flocc;
const year = readYear(process.argv[2]);
const days = year.days.map((day) => dayOf(year, day));

/** One day of an agent: what it changes goes back by `set`, so that others would see it. */
function tick(agent) {
  const person = agent.getData();
  const seen = agent.environment.get("seen")[person.segment];
  const next = { ...person };
  live(year, next, seen);
  for (const name of ["held", "since", "adopted", "aware"])
    if (next[name] !== person[name]) agent.set(name, next[name]);
}

serve(() => {
  const environment = new Environment({ width: 1, height: 1 });
  for (const given of year.people) environment.addAgent(new Agent({ ...fresh(given), tick }));
  const totals = newTotals(year);
  for (const seen of days) {
    environment.set("seen", seen);
    environment.tick({ activation: "uniform", randomizeOrder: false });
    clearDay(totals);
    for (const agent of environment.getAgents()) {
      const person = agent.getData();
      if (person.held >= 0) addUse(totals, person, tokensOf(year, person, seen[person.segment]));
    }
    closeDay(totals);
  }
  return report(totals);
});
