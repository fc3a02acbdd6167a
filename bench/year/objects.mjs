// A year of china-2024's demand in idiomatic JavaScript: an object a person, every one asked every day.
// objects.mjs FILE
import process from "node:process";
import { serve } from "../entries/harness.mjs";
import { addUse, clearDay, closeDay, dayOf, fresh, live, newTotals, readYear, report, tokensOf } from "./rules.mjs";

const year = readYear(process.argv[2]);
const days = year.days.map((day) => dayOf(year, day));

serve(() => {
  const people = year.people.map(fresh);
  const totals = newTotals(year);
  for (const seen of days) {
    for (const person of people) live(year, person, seen[person.segment]);
    clearDay(totals);
    for (const person of people) {
      if (person.held >= 0) addUse(totals, person, tokensOf(year, person, seen[person.segment]));
    }
    closeDay(totals);
  }
  return report(totals);
});
