import { type ForecastSummary, say } from "../../../engine/index.ts";
import found from "../../../scenarios/backtest/china-2024-forecasts.json";
import { date, number, percent, price, signed } from "../../../words/format.ts";
import * as words from "../../../words/forecast-words.ts";
import { useLanguage } from "../../store/preferences.ts";
import { useSection } from "../../i18n/index.ts";
import { DataSection } from "./data-section.tsx";
import { model } from "./words.ts";

/** How near the model's forecasts came, beside those that need no model; misses included. */
export function Forecasts() {
  const ours = useSection(model);
  const lang = useLanguage();
  const hit = ({ low, high, came }: (typeof found.forecasts)[number]) => low <= came && came <= high;
  const rows = found.forecasts.map((f) => [
    `${say(f.product, lang)}${ours("fromDay", { date: date(f.origin, lang) })}`,
    price(f.was, lang),
    `${price(f.median, lang)} [${price(f.low, lang)}–${price(f.high, lang)}]`,
    price(f.came, lang),
    say(hit(f) ? words.HIT : words.MISS, lang),
  ]);
  const [from, product, ...rest] = say(words.FORECAST_HEAD, lang);
  return (
    <>
      <DataSection title={ours("forecasts")} lead={ours("forecastsIs", { runs: found.runs })} head={[]} rows={[]} />
      <Skills title={say(words.FITTED_ORIGINS, lang)} of={found.fitted as ForecastSummary} />
      <Skills title={say(words.TESTED_ORIGINS, lang)} of={found.tested as ForecastSummary} />
      <DataSection
        title={say(words.EVERY_FORECAST, lang)}
        lead={say(words.NOTE, lang)}
        head={[`${product}, ${from}`, ...rest]}
        rows={rows}
      />
    </>
  );
}

function Skills({ title, of }: { readonly title: string; readonly of: ForecastSummary }) {
  const lang = useLanguage();
  const rows = of.skills.map(({ naive, score, skill, wins, losses, p }) => [
    say(words.NAIVE[naive], lang),
    number(score),
    signed(skill),
    `${wins} : ${losses}`,
    words.chance(p),
  ]);
  return (
    <DataSection
      title={title}
      lead={say(words.covered, lang)(percent(of.covered), of.count, percent(of.moved.covered), of.moved.count)}
      head={say(words.SKILL_HEAD, lang)}
      rows={[[say(words.MODEL, lang), number(of.score), "", "", ""], ...rows]}
    />
  );
}
