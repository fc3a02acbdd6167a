import { date } from "../../words/format.ts";
import { GAP } from "../../words/punctuation.ts";
import { useSection } from "../i18n/index.ts";
import { useObservable } from "../store/observable.ts";
import { useLanguage } from "../store/preferences.ts";
import { facts } from "./connection.ts";
import { classWords } from "./words.ts";

interface Props {
  readonly from: string | null; // first day of the round's quarter
  readonly talk: boolean | null; // null: there is nobody to talk to
}

/** When a round is, what it is played for, and whether teams may talk. */
export function RoundNote({ from, talk }: Props) {
  const say = useSection(classWords);
  const lang = useLanguage();
  const { goal, rounds } = useObservable(facts, (x) => x)!;
  const sentences = [
    ...(from === null ? [] : [say("quarter", { day: date(from, lang) })]),
    say(`aim_${goal}`, { n: rounds }),
    ...(talk === null ? [] : [say(talk ? "mayTalk" : "noTalk")]),
  ];
  return <p className="note">{sentences.join(GAP[lang])}</p>;
}
