import { metrics, say } from "../../../engine/index.ts";
import { date, listPrice, percent } from "../../../words/format.ts";
import { useWords } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { useRun } from "./chart-data.ts";
import type { Live } from "./use-grip.ts";
import { COMMA } from "../../../words/punctuation.ts";

/** “20 → 4.30, 20 Sep” next to the point in hand. */
export function LiveLabel({ live, x, y }: { readonly live: Live; readonly x: number; readonly y: number }) {
  const lang = useLanguage();
  const { price } = live;
  const [from, to] = price ? [price.from, price.to].map((x) => listPrice(x, price.meter, lang)) : [];
  return (
    <div className="live" style={{ transform: `translate(${x}px, ${y - 24}px)` }} aria-hidden>
      {price && `${from} → ${to}${say(COMMA, lang)}`}
      {date(live.date, lang, true)}
    </div>
  );
}

/** The same for ears, with what it does to the vendor's share. */
export function LiveRegion({ live }: { readonly live: Live | null }) {
  const say = useWords();
  const lang = useLanguage();
  const { scenario, recording } = useRun();
  const v = live ? recording.vendorIds.indexOf(live.vendor) : -1;
  const share = v < 0 ? NaN : metrics.get("tokenShare").compute(recording).slice(-recording.vendorIds.length)[v];
  return (
    <output className="hidden">
      {live?.price &&
        say("strip.says", {
          vendor: say(scenario.vendors[live.vendor].name),
          from: listPrice(live.price.from, live.price.meter, lang),
          to: listPrice(live.price.to, live.price.meter, lang),
          date: date(live.date, lang),
          share: percent(share),
        })}
    </output>
  );
}
