import { useState } from "react";
import { Segments } from "../../controls/segments.tsx";
import { useSection } from "../../i18n/index.ts";
import { teach } from "./teach-words.ts";
import { LENGTHS, type Length, planOf, type Teaching } from "./teaching.ts";

/** What to do in each minute, for the length of class that is chosen. */
export function PlanTable({ teaching }: { readonly teaching: Teaching }) {
  const say = useSection(teach);
  const [length, setLength] = useState<Length>(50);
  const options = LENGTHS.map((n) => ({ id: String(n), text: say("minutes", { n }) }));
  return (
    <>
      <Segments
        label={say("length")}
        options={options}
        value={String(length)}
        onChange={(id) => setLength(LENGTHS.find((n) => String(n) === id) ?? 50)}
      />
      <table className="data plan">
        <caption>{say("minutes", { n: length })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("when")}</th>
            <th scope="col">{say("what")}</th>
          </tr>
        </thead>
        <tbody>
          {planOf(teaching, length).map(({ from, to, words }) => (
            <tr key={from}>
              <th scope="row">{say("span", { from, to })}</th>
              <td>{say(words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
