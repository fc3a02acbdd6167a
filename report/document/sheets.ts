import type { Focus, Language } from "../../engine/index.ts";
import { together } from "../../words/names.ts";
import type { Evidence } from "./evidence.ts";
import { accountsSheet } from "./sheets/accounts.ts";
import { assumptionsSheet } from "./sheets/assumptions.ts";
import { changesSheet } from "./sheets/changes.ts";
import { dictionarySheet } from "./sheets/dictionary.ts";
import { movesSheet } from "./sheets/moves.ts";
import { outcomesSheet } from "./sheets/outcomes.ts";
import { swingsSheet } from "./sheets/swings.ts";
import { seriesSheet } from "./sheets/series.ts";
import type { Sheet } from "./sheets/sheet.ts";

/** All data behind a report. The first sheet is the one that CSV and Parquet hold. */
export function sheetsOf(evidence: Evidence, focus: Focus | null, lang: Language): Sheet[] {
  const { arms } = evidence;
  const [subject] = arms;
  const swings = subject.swings ? [swingsSheet(subject, subject.swings)] : [];
  const changed = changesSheet(arms, lang);
  const data = [
    seriesSheet(arms),
    ...(changed ? [changed] : []),
    outcomesSheet(evidence, focus, lang),
    ...swings,
    movesSheet(arms),
    accountsSheet(arms),
    assumptionsSheet(arms, lang),
  ];
  return [...data, dictionarySheet(data, together(arms.map(({ scenario }) => scenario)), lang)];
}
