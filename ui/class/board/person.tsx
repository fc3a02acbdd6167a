import { useState } from "react";
import type { BoardSeat } from "../../../engine/class/index.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { vendorOf } from "../says.ts";
import { classWords } from "../words.ts";
import { ask, view } from "./board.ts";

/** A name; pressed, it can be moved to another seat or let go. */
export function Person({ person: { id, name, online } }: { readonly person: BoardSeat["people"][number] }) {
  const say = useSection(classWords);
  const lang = useLanguage();
  const known = useObservable(facts, (x) => x)!;
  const markets = useObservable(view, (v) => v!.markets.length);
  const [open, setOpen] = useState(false);
  const places = Array.from({ length: markets }, (_, market) =>
    known.seats.map((vendor) => ({ market, vendor })),
  ).flat();
  return (
    <>
      <button type="button" className="quiet person" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span data-away={!online || undefined}>{name}</span>
      </button>
      {open && (
        <span className="board-bar">
          <select
            aria-label={say("moveTo", { name })}
            value=""
            onChange={(e) => (setOpen(false), ask({ do: "seat", player: id, to: places[Number(e.target.value)] }))}
          >
            <option value="">{say("moveTo", { name })}</option>
            {places.map(({ market, vendor }, k) => (
              <option key={`${market}/${vendor}`} value={k}>
                {say("market", { n: market + 1 })}, {vendorOf(known, vendor, lang)}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => ask({ do: "leave", player: id })}>
            {say("letGo", { name })}
          </button>
        </span>
      )}
    </>
  );
}
