// The dense choice in the equations of the simulation package (Insight Maker's engine): a population of agents, each
// with a stock it sets by an action at every step. simulation.mjs FOLDER
import process from "node:process";
import { Model } from "simulation";
import { readWorkload, serve } from "../entries/harness.mjs";

const w = readWorkload(process.argv[2]);
const { agents: size, products: n, ticks, mu, rho } = w;

const vector = (x) => `{${Array.from(x, (v) => v.toPrecision(9)).join(", ")}}`;
const matrix = (rows, row) => `{${Array.from({ length: rows }, (_, i) => vector(row(i))).join(", ")}}`;
const row = (x, i) => x.subarray(i * n, (i + 1) * n);
const barred = (i) => w.lnQuality.map((q) => (q < w.qualityFloor[i] ? 1e6 : 0));
const pull = (held) =>
  Array.from(w.vendorOf, (v, j) => (j === held - 1 ? 1 : held > 0 && v === w.vendorOf[held - 1] ? rho : 0));

const tables = {
  Base: vector(w.base),
  Input: matrix(ticks, (t) => row(w.input, t)),
  Output: matrix(ticks, (t) => row(w.output, t)),
  Pull: matrix(n + 1, pull), // held, from 0 for none
  InputWeight: vector(w.inputWeight),
  OutputWeight: vector(w.outputWeight),
  Switching: vector(w.switching),
  Barred: matrix(size, barred),
  Taste: matrix(size, (i) => row(w.taste, i)),
};

const CHOICE = `
i <- Self.Index()
t <- Min(Round(Years()) + 1, ${ticks})
price <- [InputWeight]{i} * [Input]{t} + [OutputWeight]{i} * [Output]{t}
u <- [Base] - price + ${mu} * [Taste]{i} + [Switching]{i} * [Pull]{[Held] + 1} - [Barred]{i}
[Held] <- u.IndexOf(Max(u))`;

function build() {
  const model = new Model({ timeStart: 0, timeLength: ticks, timeStep: 1, algorithm: "Euler" });
  const person = model.Agent({ name: "Person" });
  const held = person.Stock({ name: "Held", initial: 0 });
  const choice = person.Action({ name: "Choose", trigger: "Condition", value: "true", repeat: true, action: CHOICE });
  person.Link(held, choice);
  for (const [name, value] of Object.entries(tables)) model.Link(model.Variable({ name, value }), choice);
  const people = model.Population({ name: "People", populationSize: size, agentBase: person });
  const all = model.Variable({ name: "All", value: "[People].Value([Held])" });
  model.Link(people, all);
  model.Link(held, all);
  return { model, all };
}

serve(() => {
  const { model, all } = build();
  const series = model.simulate().series(all);
  const counts = new Float64Array(ticks * n);
  for (let t = 0; t < ticks; t++) for (const held of series[t + 1]) if (held > 0) counts[t * n + held - 1]++;
  return counts;
});
