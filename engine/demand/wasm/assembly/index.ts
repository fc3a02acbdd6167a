export { choose } from "./choice";
export { drawsUpTo } from "./random";
export { gumbels } from "./tastes";
