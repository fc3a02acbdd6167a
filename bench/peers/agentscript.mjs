// The dense choice as agentscript's documentation teaches: a Model with turtles, asked at every step.
// agentscript.mjs FOLDER
import process from "node:process";
import { readWorkload, serve } from "../entries/harness.mjs";

// The package asks for a canvas when it is loaded, which this model has no use for and Node does not have.
globalThis.OffscreenCanvas ??= class {
  getContext() {
    return {};
  }
};
const { Model } = await import("agentscript");

const w = readWorkload(process.argv[2]);
const { agents: size, products: n, mu, rho } = w;

class Choice extends Model {
  setup() {
    this.products = Array.from({ length: n }, (_, j) => ({
      index: j,
      vendor: w.vendorOf[j],
      lnQuality: w.lnQuality[j],
      base: w.base[j],
      input: 0,
      output: 0,
    }));
    let i = 0;
    this.turtles.create(size, (turtle) => {
      turtle.inputWeight = w.inputWeight[i];
      turtle.outputWeight = w.outputWeight[i];
      turtle.qualityFloor = w.qualityFloor[i];
      turtle.switching = w.switching[i];
      turtle.tastes = Array.from(w.taste.subarray(i * n, (i + 1) * n));
      turtle.held = null;
      i++;
    });
  }

  post(t) {
    for (const product of this.products) {
      product.input = w.input[t * n + product.index];
      product.output = w.output[t * n + product.index];
    }
  }

  step() {
    this.turtles.ask((turtle) => {
      let best = -Infinity;
      let pick = null;
      for (const product of this.products) {
        if (product.lnQuality < turtle.qualityFloor) continue;
        const price = turtle.inputWeight * product.input + turtle.outputWeight * product.output;
        let utility = product.base - price + mu * turtle.tastes[product.index];
        if (product === turtle.held) utility += turtle.switching;
        else if (turtle.held && product.vendor === turtle.held.vendor) utility += turtle.switching * rho;
        if (utility > best) [best, pick] = [utility, product];
      }
      turtle.held = pick;
    });
  }
}

const model = new Choice({ minX: 0, maxX: 1, minY: 0, maxY: 1 });
model.setup();

serve(() => {
  const counts = new Float64Array(w.ticks * n);
  model.turtles.ask((turtle) => (turtle.held = null));
  for (let t = 0; t < w.ticks; t++) {
    model.post(t);
    model.step();
    model.turtles.ask((turtle) => turtle.held && counts[t * n + turtle.held.index]++);
  }
  return counts;
});
