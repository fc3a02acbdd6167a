import { withHosts } from "../scenario/hosts.ts";
import { withPlans } from "../scenario/plans.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { switchOff } from "./index.ts";

/** The scenario a run goes by: what is `off` made neutral, plans by model, hosts of open weights too. */
export const asRun = (scenario: Scenario): Scenario => withHosts(withPlans(switchOff(scenario)));
