import { useState } from "react";
import { type Clock, type Product, type Tariff, zoneText } from "../../../engine/index.ts";
import { price, priceUnit } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { slotsOf, weekOf, windowsOf } from "../../store/tariff-week.ts";
import { TariffClock } from "./tariff-clock.tsx";
import { TariffWeek } from "./tariff-week.tsx";
import { tariffWords } from "./tariff-words.ts";

type Hours = Tariff["hours"];

const BEIJING = 8; // until another zone is set

interface Props {
  readonly now: Product;
  readonly clock: Clock;
  readonly currency: string;
  onChange(hours: Hours): void;
}

/** Prices by the hour of the week: the week itself, how finely it is painted, whose clock it is, holidays. */
export function TariffHours({ now, clock, currency, onChange }: Props) {
  const say = useSection(tariffWords);
  const lang = useLanguage();
  const hours = now.tariff?.hours ?? null;
  const [halves, setHalves] = useState(false);
  const perHour = halves ? 2 : slotsOf(hours);
  const paint = (week: ReturnType<typeof weekOf>) => {
    const windows = windowsOf(week);
    const kept = hours ?? { zone: BEIJING, holidays: [] };
    onChange(windows.length === 0 ? null : { ...kept, windows });
  };
  return (
    <>
      <h4>{say("week")}</h4>
      <TariffWeek
        key={perHour}
        week={weekOf(hours, perHour)}
        perHour={perHour}
        zone={zoneText(hours?.zone ?? BEIJING)}
        listInput={now.price.input ?? 0}
        price={(input) => `${price(input, lang)} ${priceUnit(currency, lang)}`}
        onPaint={paint}
      />
      <label className="form-row halves">
        <span>{say("halves")}</span>
        <input
          type="checkbox"
          checked={perHour === 2}
          disabled={slotsOf(hours) === 2}
          onChange={(e) => setHalves(e.target.checked)}
        />
      </label>
      {hours && <TariffClock hours={hours} clock={clock} onChange={onChange} />}
    </>
  );
}
