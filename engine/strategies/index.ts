import { Registry } from "../registry.ts";
import { bestResponse } from "./best-response.ts";
import { costPlus } from "./cost-plus.ts";
import { follow } from "./follow.ts";
import { formula } from "./formula.ts";
import { forwardLooking } from "./forward-looking.ts";
import { headline } from "./headline.ts";
import { hold } from "./hold.ts";
import { lossLeader } from "./loss-leader.ts";
import { penetration } from "./penetration.ts";
import { player } from "./player.ts";
import { predator } from "./predator.ts";
import { punish } from "./punish.ts";
import { qLearning } from "./q-learning.ts";
import { scripted } from "./scripted.ts";
import type { Strategy } from "./strategy.ts";
import { undercut } from "./undercut.ts";

/** The registry of pricing strategies. A new one is a file next to these and a line here. */
export const strategies = new Registry<Strategy>("strategy", [
  hold,
  scripted,
  costPlus,
  follow,
  headline,
  lossLeader,
  undercut,
  penetration,
  bestResponse,
  forwardLooking,
  predator,
  punish,
  qLearning,
  formula,
  player,
]);

/** Adds a strategy of the user's own. @throws when its id is taken. */
export const registerStrategy = (strategy: Strategy): void => strategies.register(strategy);
