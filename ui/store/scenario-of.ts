import type { Scenario } from "../../engine/index.ts";
import { applySession } from "./apply.ts";
import { once } from "./once.ts";
import { isEdited, type Session } from "./session.ts";

const edited = once((session: Session) => once((base: Scenario) => applySession(base, session)));

/**
 * The scenario a session means, as the same object each time: runs are kept by it, so that what one page has run the
 * others need not run again. Without a change it is the scenario itself.
 */
export const scenarioOf = (base: Scenario, session: Session): Scenario =>
  isEdited(session) ? edited(session)(base) : base;
