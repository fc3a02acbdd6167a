import type { Clock, Tariff } from "../../../engine/index.ts";
import { DateField } from "../../controls/date-field.tsx";
import { ZoneField } from "../../controls/zone-field.tsx";
import { useSection } from "../../i18n/index.ts";
import { NumberRows } from "./number-rows.tsx";
import { tariffWords } from "./tariff-words.ts";

type Hours = NonNullable<Tariff["hours"]>;

interface Holiday {
  readonly day: string;
}

const [FIRST, LAST] = ["2000-01-01", "2099-12-31"];

interface Props {
  readonly hours: Hours;
  readonly clock: Clock;
  onChange(hours: Hours): void;
}

/** Whose clock a tariff's hours are of, and the days on which the list price holds all day. */
export function TariffClock({ hours, clock, onChange }: Props) {
  const say = useSection(tariffWords);
  const field = ({ day }: Holiday, change: (next: Holiday) => void) => (
    <label className="form-row">
      <span>{say("holiday")}</span>
      <DateField
        label={say("holiday")}
        value={day}
        first={FIRST}
        last={LAST}
        onChange={(next) => change({ day: next })}
      />
    </label>
  );
  return (
    <>
      <div className="form">
        <ZoneField
          label={say("zone")}
          problem={say("noZone")}
          value={hours.zone}
          onChange={(zone) => onChange({ ...hours, zone })}
        />
      </div>
      <h4>{say("holidays")}</h4>
      <NumberRows<Holiday>
        rows={hours.holidays.map((day) => ({ day }))}
        columns={[]}
        add={say("addHoliday")}
        remove={say("removeHoliday")}
        fresh={(last) => ({ day: last?.day ?? clock.start })}
        onChange={(rows) => onChange({ ...hours, holidays: rows.map(({ day }) => day) })}
        more={field}
      />
    </>
  );
}
