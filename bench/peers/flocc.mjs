// The dense choice as flocc's documentation teaches: agents with data and a tick rule in an Environment.
// flocc.mjs FOLDER
import process from "node:process";
import flocc from "flocc";
import { readWorkload, serve } from "../entries/harness.mjs";

const { Agent, Environment } = flocc;
const w = readWorkload(process.argv[2]);
const { agents: size, products: n, mu, rho } = w;
const products = Array.from({ length: n }, (_, j) => ({
  index: j,
  vendor: w.vendorOf[j],
  lnQuality: w.lnQuality[j],
  base: w.base[j],
  input: 0,
  output: 0,
}));

function tick(agent) {
  const { inputWeight, outputWeight, qualityFloor, switching, tastes, held } = agent.getData();
  let best = -Infinity;
  let pick = null;
  for (const product of products) {
    if (product.lnQuality < qualityFloor) continue;
    const price = inputWeight * product.input + outputWeight * product.output;
    let utility = product.base - price + mu * tastes[product.index];
    if (product === held) utility += switching;
    else if (held && product.vendor === held.vendor) utility += switching * rho;
    if (utility > best) [best, pick] = [utility, product];
  }
  agent.set("held", pick);
}

const environment = new Environment({ width: 1, height: 1 });
for (let i = 0; i < size; i++) {
  environment.addAgent(
    new Agent({
      inputWeight: w.inputWeight[i],
      outputWeight: w.outputWeight[i],
      qualityFloor: w.qualityFloor[i],
      switching: w.switching[i],
      tastes: Array.from(w.taste.subarray(i * n, (i + 1) * n)),
      held: null,
      tick,
    }),
  );
}

serve(() => {
  const counts = new Float64Array(w.ticks * n);
  for (const agent of environment.getAgents()) agent.set("held", null);
  for (let t = 0; t < w.ticks; t++) {
    for (const product of products) {
      product.input = w.input[t * n + product.index];
      product.output = w.output[t * n + product.index];
    }
    environment.tick({ activation: "uniform", randomizeOrder: false });
    for (const agent of environment.getAgents()) {
      const held = agent.get("held");
      if (held) counts[t * n + held.index]++;
    }
  }
  return counts;
});
