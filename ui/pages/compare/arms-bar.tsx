import { Button } from "react-aria-components";
import { IconButton } from "../../controls/icon-button.tsx";
import { Picker } from "../../controls/picker.tsx";
import { useSection } from "../../i18n/index.ts";
import type { Choice } from "../../store/choices.ts";
import { letterOf } from "../../../words/names.ts";
import { compare } from "./words.ts";

export const MOST_ARMS = 6;

interface Props {
  readonly chosen: readonly Choice[];
  readonly choices: readonly Choice[];
  onChange(ids: readonly string[]): void;
}

/** Which scenarios are held against each other. The first is what the others differ from. */
export function ArmsBar({ chosen, choices, onChange }: Props) {
  const say = useSection(compare);
  const ids = chosen.map((c) => c.id);
  const options = (own: string) =>
    choices
      .filter((c) => c.id === own || !ids.includes(c.id))
      .map(({ id, name, detail }) => ({ id, text: name, detail }));
  const left = choices.filter((c) => !ids.includes(c.id));
  const next = left.find((c) => c.days === chosen[0]?.days) ?? left[0]; // only the same days can be compared
  return (
    <section className="arms" aria-label={say("arms")}>
      {chosen.map((choice, k) => (
        <div className="arm" key={choice.id}>
          <Picker
            label={say("arm", { letter: letterOf(k) })}
            options={options(choice.id)}
            value={choice.id}
            onChange={(id) => onChange(ids.with(k, id))}
          />
          <span className="arm-tools">
            {k > 0 && (
              <IconButton
                icon="swap"
                label={say("makeReference", { name: choice.name })}
                onPress={() => onChange([choice.id, ...ids.filter((id) => id !== choice.id)])}
              />
            )}
            {chosen.length > 2 && (
              <IconButton
                icon="close"
                label={say("remove", { name: choice.name })}
                onPress={() => onChange(ids.filter((id) => id !== choice.id))}
              />
            )}
          </span>
        </div>
      ))}
      {chosen.length < MOST_ARMS && next && (
        <Button className="button add-arm" onPress={() => onChange([...ids, next.id])}>
          + {say("add")}
        </Button>
      )}
    </section>
  );
}
