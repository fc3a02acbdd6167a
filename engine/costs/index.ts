import { Registry } from "../registry.ts";
import type { CostModel } from "./cost-model.ts";
import { curve } from "./curve.ts";
import { roofline } from "./roofline.ts";

/** The registry of inference-cost models. A new one is a file next to these and a line here. */
export const costModels = new Registry<CostModel>("cost model", [curve, roofline]);

/** Adds a cost model of the user's own. @throws when its id is taken. */
export const registerCostModel = (model: CostModel): void => costModels.register(model);
