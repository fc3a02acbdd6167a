import { Button } from "react-aria-components";
import { useState } from "react";
import { tsv } from "../../../charts/data/data-table.ts";
import { unitText } from "../../../charts/data/values.ts";
import { type Focus, type Language, say } from "../../../engine/index.ts";
import { whenText } from "../../../words/focus-words.ts";
import { list } from "../../../words/format.ts";
import { useSection, useWords } from "../../i18n/index.ts";
import { ScrollTable } from "../../controls/scroll-table.tsx";
import { useLanguage } from "../../store/preferences.ts";
import { briefName } from "./lines.ts";
import { differenceText, type Outcome, outcomeName, valueOf } from "./outcomes.ts";
import { type Arm, namesIn } from "../../parts/paired.ts";
import { compare } from "./words.ts";
import { SEMICOLON } from "../../../words/punctuation.ts";

interface Props {
  readonly arms: readonly Arm[];
  readonly outcomes: readonly Outcome[];
}

/** Where each scenario stands on the days asked about, how far from A, and who wins by how much. */
export function OutcomesTable({ arms, outcomes, asked }: Props & { readonly asked: Focus | null }) {
  const say = useSection(compare);
  const lang = useLanguage();
  const names = namesIn({ arms });
  const when = asked?.when ? whenText(asked, arms[0].scenario, lang) : null;
  const title = when ? say("outcomesOn", { when }) : say("outcomes");
  const brief = new Set(arms.map(({ name }) => briefName(name))).size === arms.length;
  const named = arms.map(({ id, letter, name }) => ({
    id,
    shown: (
      <>
        <b>{letter}</b> {brief ? briefName(name) : name}
      </>
    ),
  }));
  const heads = [say("outcome"), ...named, say("winner")];
  return (
    <section className="page-section">
      <header className="section-head">
        <h2>{title}</h2>
        <CopyTable arms={arms} outcomes={outcomes} />
      </header>
      <p className="note">{say("outcomesIs")}</p>
      <ScrollTable label={title} head={heads} kind="data outcomes">
        {outcomes.map((o) => (
          <tr key={o.id}>
            <th scope="row">
              {outcomeName(o, names, lang)}
              {(o.vendor === "" || o.measure.format !== "share") && (
                <small>{unitAnd(o.vendor === "" ? say(o.better) : "", o, arms[0], lang)}</small>
              )}
            </th>
            {arms.map((arm, k) => (
              <OutcomeCell key={arm.id} outcome={o} k={k} currency={arms[0].scenario.currency} />
            ))}
            <Winner outcome={o} arms={arms} />
          </tr>
        ))}
      </ScrollTable>
    </section>
  );
}

/** What a row counts in, and which way is better. */
const unitAnd = (better: string, o: Outcome, { scenario }: Arm, lang: Language) =>
  [unitText({ measure: o.measure, currency: scenario.currency, lang }), better]
    .filter(Boolean)
    .join(say(SEMICOLON, lang));

function OutcomeCell({
  outcome: o,
  k,
  currency,
}: {
  readonly outcome: Outcome;
  readonly k: number;
  readonly currency: string;
}) {
  const say = useSection(compare);
  const lang = useLanguage();
  const d = o.differences[k];
  const wins = o.certain && o.best.includes(k);
  const text = (x: number) => differenceText(x, o.measure, currency, lang);
  return (
    <td data-best={wins || undefined}>
      <b>
        {wins && (
          <>
            <span aria-hidden>★ </span>
            <span className="hidden">{say("best")} </span>
          </>
        )}
        {valueOf(o.means[k], o.measure, currency, lang)}
      </b>
      <small>
        {d === null ? (
          " "
        ) : d.low === 0 && d.high === 0 ? (
          say("same")
        ) : (
          <>
            {text(d.mean)} <span>{`[${text(d.low)}, ${text(d.high)}]`}</span>
          </>
        )}
      </small>
    </td>
  );
}

function Winner({ outcome: o, arms }: { readonly outcome: Outcome; readonly arms: readonly Arm[] }) {
  const say = useSection(compare);
  const lang = useLanguage();
  if (!o.lead) return <td>{o.means.filter((x) => !Number.isNaN(x)).length < 2 ? "–" : say("allEqual")}</td>;
  if (!o.certain) return <td>{say("noWinner")}</td>;
  const size = (x: number) => differenceText(Math.abs(x), o.measure, arms[0].scenario.currency, lang).replace("+", "");
  const [low, high] = [
    Math.min(Math.abs(o.lead.low), Math.abs(o.lead.high)),
    Math.max(Math.abs(o.lead.low), Math.abs(o.lead.high)),
  ];
  return (
    <td>
      <b>
        {say("by", {
          letter: list(
            o.best.map((k) => arms[k].letter),
            lang,
          ),
          gap: size(o.lead.mean),
        })}
      </b>
      <small>{say("overWhom", { letter: arms[o.second].letter, low: size(low), high: size(high) })}</small>
    </td>
  );
}

const gapOf = (d: Outcome["differences"][number]): number[] => (d ? [d.mean, d.low, d.high] : [NaN, NaN, NaN]);

/** The table as spreadsheets paste it: plain numbers, each with the ends of its interval. */
function CopyTable({ arms, outcomes }: Props) {
  const say = useSection(compare);
  const words = useWords();
  const lang = useLanguage();
  const names = namesIn({ arms });
  const [copied, setCopied] = useState(false);
  const plain = (x: number) => (Number.isFinite(x) ? String(Number(x.toPrecision(6))) : "");
  const copy = () => {
    const head = [
      say("outcome"),
      ...arms.flatMap(({ letter, name }, k) => [
        `${letter} ${name}`,
        ...(k > 0 ? [`${letter} − A`, "2.5%", "97.5%"] : []),
      ]),
    ];
    const rows = outcomes.map((o) => [
      outcomeName(o, names, lang),
      ...arms.flatMap((_, k) => [plain(o.means[k]), ...(k > 0 ? gapOf(o.differences[k]).map(plain) : [])]),
    ]);
    void navigator.clipboard.writeText(tsv({ head, rows })).then(() => setCopied(true));
  };
  return (
    <Button className="link" onPress={copy}>
      {copied ? words("frame.copied") : say("copyTable")}
    </Button>
  );
}
