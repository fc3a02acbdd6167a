// The naive program: objects, and a fresh Gumbel draw for every product at every choice. draws.mjs FOLDER
import process from "node:process";
import { readWorkload, serve } from "../entries/harness.mjs";

const w = readWorkload(process.argv[2]);
const { agents: size, products: n, ticks, mu, rho } = w;

const products = Array.from({ length: n }, (_, j) => ({
  index: j,
  vendor: w.vendorOf[j],
  lnQuality: w.lnQuality[j],
  base: w.base[j],
  input: 0,
  output: 0,
}));
const agents = Array.from({ length: size }, (_, i) => ({
  inputWeight: w.inputWeight[i],
  outputWeight: w.outputWeight[i],
  qualityFloor: w.qualityFloor[i],
  switching: w.switching[i],
  held: null,
}));

function choose(agent) {
  let best = -Infinity;
  let pick = null;
  for (const product of products) {
    if (product.lnQuality < agent.qualityFloor) continue;
    const price = agent.inputWeight * product.input + agent.outputWeight * product.output;
    let utility = product.base - price + mu * -Math.log(-Math.log(Math.random()));
    if (product === agent.held) utility += agent.switching;
    else if (agent.held && product.vendor === agent.held.vendor) utility += agent.switching * rho;
    if (utility > best) {
      best = utility;
      pick = product;
    }
  }
  return pick;
}

serve(() => {
  const counts = new Float64Array(ticks * n);
  for (const agent of agents) agent.held = null;
  for (let t = 0; t < ticks; t++) {
    for (const product of products) {
      product.input = w.input[t * n + product.index];
      product.output = w.output[t * n + product.index];
    }
    for (const agent of agents) {
      agent.held = choose(agent);
      if (agent.held) counts[t * n + agent.held.index]++;
    }
  }
  return counts;
});
