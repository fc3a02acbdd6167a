export { meter, weigh } from "./allowances";
export { choose } from "./choice";
export { drawsUpTo, uniforms } from "./random";
export { gumbels } from "./tastes";
