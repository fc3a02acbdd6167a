import { withHosts } from "../scenario/hosts.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { switchOff } from "./index.ts";

/** The scenario a run goes by: what it lists in `off` made neutral, hosts of open weights among its vendors. */
export const asRun = (scenario: Scenario): Scenario => withHosts(switchOff(scenario));
