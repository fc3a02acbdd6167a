import { memo, useId, useState } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { Lever } from "../../engine/index.ts";
import { leverReading } from "../../words/lever-words.ts";
import { setting } from "../../words/format.ts";
import { useWords } from "../i18n/index.ts";
import { useLanguage } from "../store/preferences.ts";
import { IconButton } from "./icon-button.tsx";
import { KEY_STEP, positionOf, STEPS, valueAt } from "./lever-scale.ts";
import { ValueField } from "./value-field.tsx";

interface Props {
  readonly lever: Lever;
  readonly value: number;
  readonly byDefault: number;
  readonly source?: string;
  onDrag(value: number): void;
  onDrop(): void;
  onSet(value: number): void;
  onReset(): void;
}

/** A slider with its unit, source, plausible range, default and reset. The whole row can be grabbed. */
export function LeverSlider({ lever, value, byDefault, source, onDrag, onDrop, onSet, onReset }: Props) {
  const say = useWords();
  const id = useId();
  const [typing, setTyping] = useState(false);
  const changed = value !== byDefault;
  const reading = leverReading(lever, value, useLanguage());
  const said = reading ?? `${setting(value)} ${say(lever.unit)}`;
  return (
    <div className="lever" data-changed={changed || undefined}>
      <div className="lever-head">
        <label htmlFor={id}>{say(lever.label)}</label>
        {typing ? (
          <ValueField lever={lever} value={value} onDone={(x) => (setTyping(false), x !== null && onSet(x))} />
        ) : (
          <Button
            className="lever-value"
            onPress={() => setTyping(true)}
            aria-label={`${say("levers.typeValue", { name: say(lever.label) })}: ${said}`}
          >
            {reading ? <b>{reading}</b> : <b>{setting(value)}</b>} {!reading && <span>{say(lever.unit)}</span>}
          </Button>
        )}
      </div>
      <Track {...{ id, lever, value, byDefault, onDrag, onDrop, onReset }} />
      <div className="lever-foot">
        <span>{setting(lever.range[0])}</span>
        <About lever={lever} byDefault={byDefault} source={source} />
        {changed && (
          <IconButton icon="undo" label={say("levers.reset", { name: say(lever.label) })} onPress={onReset} />
        )}
        <span>{setting(lever.range[1])}</span>
      </div>
    </div>
  );
}

interface TrackProps extends Pick<Props, "lever" | "value" | "byDefault" | "onDrag" | "onDrop" | "onReset"> {
  readonly id: string;
}

function Track({ id, lever, value, byDefault, onDrag, onDrop, onReset }: TrackProps) {
  const say = useWords();
  const lang = useLanguage();
  const at = positionOf(value, lever);
  const [low, high, home] = [...lever.plausible, byDefault].map((x) => part(positionOf(x, lever)));
  const places = { "--low": low, "--high": high, "--at": part(at), "--home": home } as React.CSSProperties;
  return (
    <div className="lever-track" style={places}>
      <i className="plausible" />
      <i className="fill" />
      <i className="home" />
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        step={KEY_STEP}
        // What the browser would make of it: otherwise it reports a change of its own.
        value={Math.round(at / KEY_STEP) * KEY_STEP}
        aria-valuetext={leverReading(lever, value, lang) ?? `${setting(value)} ${say(lever.unit)}`}
        onChange={(e) => {
          const next = valueAt(Number(e.target.value), lever, byDefault);
          if (next !== value) onDrag(next);
        }}
        onPointerUp={onDrop}
        onKeyUp={onDrop}
        onBlur={onDrop}
        onDoubleClick={onReset}
      />
    </div>
  );
}

/** What the lever is, its plausible range, its default and where that comes from. None of it moves with the slider. */
const About = memo(function About({ lever, byDefault, source }: Pick<Props, "lever" | "byDefault" | "source">) {
  const say = useWords();
  return (
    <DialogTrigger>
      <Button
        className="basis"
        aria-label={`${say("levers.about", { name: say(lever.label) })}: ${say(`levers.${lever.basis}`)}`}
      >
        <i className={lever.basis} /> {say(`levers.${lever.basis}`)}
      </Button>
      <Popover className="popover about">
        <Dialog aria-label={say("levers.about", { name: say(lever.label) })}>
          <b>{say(lever.label)}</b>
          {lever.note && <p>{say(lever.note)}</p>}
          <p>{say("levers.unit", { unit: say(lever.unit) })}</p>
          <p>
            {say("levers.plausibleFromTo", { low: setting(lever.plausible[0]), high: setting(lever.plausible[1]) })}
          </p>
          <p>{say("levers.defaultIs", { value: setting(byDefault) })}</p>
          <p>{say("levers.source", { title: source ?? say(`levers.${lever.basis}`) })}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});

const part = (position: number) => String(position / STEPS);
