/** Every kind of chart the program draws, as Vega-Lite. */
export { effectsSpec, positionsSpec, waysSpec } from "./causes.ts";
export { mapSpec, sweepSpec } from "./design.ts";
export { fanSpec } from "./fan.ts";
export { lanesSpec } from "./lanes.ts";
export { linesSpec, panelSpec } from "./panel.ts";
export { chartSpec } from "./spec.ts";
export { spreadSpec } from "./spread.ts";
export { tornadoSpec } from "./tornado.ts";
export { flowsSpec, warSpec } from "./war.ts";
export { waterfallSpec } from "./waterfall.ts";
