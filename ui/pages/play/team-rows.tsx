import { Button } from "react-aria-components";
import type { Seat } from "../../../engine/game/index.ts";
import type { Scenario } from "../../../engine/index.ts";
import { vendorName } from "../../../words/names.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Picker } from "../../controls/picker.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { play } from "./words.ts";

interface Props {
  readonly scenario: Scenario;
  readonly vendors: readonly string[];
  readonly seats: readonly Seat[];
  readonly alone: boolean;
  readonly most: number;
  onChange(seats: readonly Seat[]): void;
}

const LEAST = 2;

/** Who plays what: one vendor, or a row a team with its name. */
export function TeamRows({ scenario, vendors, seats, alone, most, onChange }: Props) {
  const say = useSection(play);
  const lang = useLanguage();
  const options = vendors.map((id) => ({ id, text: vendorName(scenario, id, lang) }));
  const set = (k: number, seat: Seat) => onChange(seats.map((s, i) => (i === k ? seat : s)));
  if (alone)
    return (
      <Picker
        label={say("vendor")}
        options={options}
        value={seats[0].vendor}
        onChange={(vendor) => set(0, { vendor })}
      />
    );
  const free = vendors.find((v) => !seats.some((s) => s.vendor === v));
  return (
    <div className="play-teams">
      {seats.map((seat, k) => (
        <div key={k} className="play-team">
          <input
            type="text"
            maxLength={40}
            aria-label={say("teamName", { n: k + 1 })}
            placeholder={say("team", { n: k + 1 })}
            value={seat.team ?? ""}
            onChange={({ target }) => set(k, { vendor: seat.vendor, ...(target.value && { team: target.value }) })}
          />
          <Picker
            label={say("plays", { n: k + 1 })}
            options={options}
            value={seat.vendor}
            onChange={(vendor) => set(k, { ...seat, vendor })}
          />
          {seats.length > LEAST && (
            <IconButton
              icon="close"
              label={say("dropTeam", { n: k + 1 })}
              onPress={() => onChange(seats.filter((_, i) => i !== k))}
            />
          )}
        </div>
      ))}
      {seats.length < most && free && (
        <Button className="button" onPress={() => onChange([...seats, { vendor: free }])}>
          {say("addTeam")}
        </Button>
      )}
    </div>
  );
}
