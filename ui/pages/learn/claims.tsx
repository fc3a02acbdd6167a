import { type Expectation, type Recording, valueAt } from "../../../engine/index.ts";
import { date } from "../../../words/format.ts";
import { ScrollTable } from "../../controls/scroll-table.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { claimNumber } from "./claim-number.ts";
import type { Lesson } from "./lesson.ts";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly runs: readonly Recording[];
}

/** Every statement the text makes about the run, with its number: the chart does not draw them all. */
export function Claims({ lesson: { scenario }, runs }: Props) {
  const say = useSection(learn);
  const lang = useLanguage();
  const { expect, currency } = scenario;
  const many = runs.length > 1;
  const head = [
    say("claim"),
    say("date"),
    say(many ? "middle" : "actual"),
    ...(many ? [say("holds", { n: runs.length })] : []),
  ];
  return (
    <div className="claims">
      <p className="small">{say("claimsAre")}</p>
      <ScrollTable label={say("claims")} head={head}>
        {expect.map((claim) => (
          <tr key={`${claim.metric}@${claim.at}/${claim.claim.en}`}>
            <th scope="row">{say(claim.claim)}</th>
            <td>{date(claim.at, lang)}</td>
            <td>{claimNumber(claim, valuesOf(claim, runs), { currency, lang })}</td>
            {many && <td>{agreeing(claim, runs)}</td>}
          </tr>
        ))}
      </ScrollTable>
    </div>
  );
}

const valuesOf = ({ metric, at }: Expectation, runs: readonly Recording[]): number[] =>
  runs.map((r) => valueAt(r, metric, at));

const agreeing = (claim: Expectation, runs: readonly Recording[]): number =>
  valuesOf(claim, runs).filter((x) => x < (claim.below ?? Infinity) && x > (claim.above ?? -Infinity)).length;
