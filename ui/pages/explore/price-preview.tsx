import library from "virtual:library";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { Preview } from "../../../prices/preview.ts";
import { ScrollTable } from "../../controls/scroll-table.tsx";
import { useSection } from "../../i18n/index.ts";
import { session } from "../../store/app.ts";
import { downloadText } from "../../store/files.ts";
import { useLanguage } from "../../store/preferences.ts";
import { type Brought, type HeldAgainst, previewPrices, pricesCsv, pricesText } from "../../store/price-file.ts";
import { priceFileWords } from "./price-file-words.ts";

interface Props {
  readonly brought: Brought;
  readonly done: string; // what the main button says
  onText(text: string, base: string): void;
}

/** What a file of prices would change, row by row, before anything is changed. */
export default function PricePreview({ brought, done, onText }: Props) {
  const say = useSection(priceFileWords);
  const lang = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const [alone, setAlone] = useState(false);
  const [held, setHeld] = useState<HeldAgainst | null>(null);
  useEffect(() => {
    let here = true;
    void previewPrices(brought, chosen ?? session(), lang).then((found) => here && setHeld(found));
    return () => void (here = false);
  }, [brought, chosen, lang]);
  if (!held) return <p className="sub">{say("reading")}</p>;
  const { base, preview } = held;
  return (
    <div className="price-preview">
      <WhatWasRead name={brought.name} preview={preview} />
      <div className="price-tools">
        <label>
          {say("onto")}
          <select value={base} onChange={(e) => setChosen(e.target.value)}>
            {library.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
          </select>
        </label>
        <label className="check">
          <input type="checkbox" checked={alone} onChange={(e) => setAlone(e.target.checked)} />
          {say("alone")}
        </label>
        <Button
          className="button primary"
          isDisabled={preview.rows.length === 0}
          onPress={() => void pricesText(brought, base, alone).then((text) => onText(text, base))}
        >
          {done}
        </Button>
        <Button className="button" onPress={() => downloadText("prices.csv", "text/csv", pricesCsv(brought))}>
          {say("csv")}
        </Button>
      </div>
      {preview.rows.length > 0 && (
        <ScrollTable label={say("rows")} head={preview.head}>
          {preview.rows.slice(0, MOST).map(([at, ...cells]) => (
            <tr key={at}>
              <th scope="row">{at}</th>
              {cells.map((cell, k) => (
                <td key={preview.head[k + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </ScrollTable>
      )}
      {preview.rows.length > MOST && <p className="sub">{say("more", { n: preview.rows.length - MOST })}</p>}
      <Reasons title={say("leftOut")} found={preview.skipped} />
    </div>
  );
}

const MOST = 200; // rows that a person looks through

/** What was read, what was taken for granted, and what looks wrong. */
function WhatWasRead({ name, preview }: { readonly name: string; readonly preview: Preview }) {
  const say = useSection(priceFileWords);
  return (
    <>
      <h3>{name}</h3>
      <p className="sub">{preview.summary}</p>
      {preview.notes.map((note) => (
        <p key={note} className="sub">
          {note}
        </p>
      ))}
      <Reasons title={say("doubtful")} found={preview.doubtful} />
    </>
  );
}

function Reasons({ title, found }: { readonly title: string; readonly found: Preview["skipped"] }) {
  if (found.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <dl className="left-out">
        {found.map(({ why, names }) => (
          <div key={why}>
            <dt>{why}</dt>
            <dd>{names.join(", ")}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
