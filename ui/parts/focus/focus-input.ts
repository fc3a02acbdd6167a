import type { Language } from "../../../engine/index.ts";
import { toldApart } from "../../../report/document/arm-names.ts";
import { Evidence } from "../../../report/document/evidence.ts";
import type { FocusInput } from "../../../report/document/focus.ts";
import type { FocusRuns } from "../../store/focus-runs.ts";
import { together } from "../../../words/names.ts";

type Runs = Pick<FocusRuns, "arms" | "changed" | "from" | "focus">;

/** What an answer on the page is made from: scenarios by the names they have in a report. */
export function focusInput({ arms: [subject, ...others], changed, from, focus }: Runs, lang: Language): FocusInput {
  const arms = toldApart([{ ...subject, from: changed ? from : undefined }, ...others]);
  return { evidence: new Evidence(arms), names: together(arms.map(({ scenario }) => scenario)), focus, lang };
}
