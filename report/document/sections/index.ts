import { Registry } from "../../../engine/index.ts";
import type { SectionKind } from "../section.ts";
import { assumptions } from "./assumptions.ts";
import { changes } from "./changes.ts";
import { decomposition } from "./decomposition.ts";
import { figureSection } from "./figure-section.ts";
import { focusSection } from "./focus-section.ts";
import { limits } from "./limits.ts";
import { method } from "./method.ts";
import { outcomes } from "./outcomes.ts";
import { answers, questions } from "./questions.ts";
import { sensitivity } from "./sensitivity.ts";
import { setup } from "./setup.ts";
import { soWhat } from "./so-what.ts";
import { summary } from "./summary.ts";
import { uncertainty } from "./uncertainty.ts";
import { vendors } from "./vendors.ts";

/** The registry of sections, in the order in which they are offered. The reproduction box belongs to every report. */
export const sections = new Registry<SectionKind>("section", [
  changes,
  focusSection,
  soWhat,
  summary,
  questions,
  figureSection("prices", { en: "Prices", zh: "价格" }),
  figureSection("shares", { en: "Shares", zh: "份额" }),
  figureSection("moves", { en: "Moves and margins", zh: "调价与毛利率" }),
  setup,
  outcomes,
  vendors,
  decomposition,
  sensitivity,
  uncertainty,
  figureSection("tokens", { en: "Tokens", zh: "Token 量" }),
  figureSection("surplus", { en: "Users' surplus", zh: "用户剩余" }),
  figureSection("concentration", { en: "Concentration", zh: "集中度" }),
  assumptions,
  limits,
  method,
  answers,
]);
