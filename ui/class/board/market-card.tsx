import type { BoardMarket, BoardSeat } from "../../../engine/class/index.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { vendorOf } from "../says.ts";
import { classWords } from "../words.ts";
import { ask, view } from "./board.ts";
import { Person } from "./person.tsx";

/** One market: its teams, who is there, who has handed in, where a bot helps. */
export function MarketCard({ market, n }: { readonly market: BoardMarket; readonly n: number }) {
  const say = useSection(classWords);
  const several = useObservable(view, (v) => v!.markets.some((m) => m.arm !== v!.markets[0].arm));
  return (
    <section className="card" aria-label={say("market", { n: n + 1 })}>
      <h2>
        {say("market", { n: n + 1 })} {several && <small>{say(market.label)}</small>}
      </h2>
      <table>
        <tbody>
          {market.seats.map((seat) => (
            <SeatRow key={seat.vendor} seat={seat} n={n} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SeatRow({ seat: { vendor, people, decided, bot }, n }: { readonly seat: BoardSeat; readonly n: number }) {
  const say = useSection(classWords);
  const lang = useLanguage();
  const known = useObservable(facts, (x) => x)!;
  const deciding = useObservable(view, (v) => v!.phase === "deciding");
  const name = vendorOf(known, vendor, lang);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className="seat-people">
          {people.length === 0 && <span className="note">{say("nobody")}</span>}
          {people.map((person) => (
            <Person key={person.id} person={person} />
          ))}
        </span>
      </td>
      <td className="mark">{deciding && (decided ? `✓ ${say("handedIn")}` : bot ? "" : say("open"))}</td>
      <td className="mark">
        <label>
          <input
            type="checkbox"
            checked={bot}
            aria-label={say("botOf", { vendor: name, n: n + 1 })}
            onChange={(e) => ask({ do: "bot", market: n, vendor, on: e.target.checked })}
          />{" "}
          {say("bot")}
        </label>
      </td>
    </tr>
  );
}
