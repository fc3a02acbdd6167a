export { meter, weigh } from "./allowances";
export { choose } from "./choice";
export { decide } from "./crowd";
export { conditions, curvature } from "./crowd-game";
export { scan } from "./crowd-scan";
export { drawsUpTo, uniforms } from "./random";
export { gumbels } from "./tastes";
