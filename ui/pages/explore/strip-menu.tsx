import { useRef } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components";
import type { Run } from "../../../charts/data/lines-of.ts";
import { date } from "../../../words/format.ts";
import { useWords } from "../../i18n/index.ts";
import type { Key } from "../../i18n/words.ts";
import { edit, useApp } from "../../store/app.ts";
import { useLanguage } from "../../store/preferences.ts";
import {
  addPoint,
  deletePoint,
  duplicatePoint,
  FREE_FACTOR,
  isMovable,
  movesOf,
  pinOrRelease,
  shiftPoint,
} from "./strip-actions.ts";
import type { StripMenuAt } from "./use-strip.ts";

interface Props {
  readonly at: StripMenuAt;
  readonly run: Run;
  onClose(): void;
}

/** What can be done with a point of the strip, or on a day of a lane: each also has a key. */
export default function StripMenu({ at: { x, y, lane, point, tick }, run, onClose }: Props) {
  const say = useWords();
  const lang = useLanguage();
  const held = useApp((s) => s.history.now.held);
  const anchor = useRef<HTMLSpanElement>(null);
  const day = date(run.recording.dates[tick], lang, true);
  const ours = point !== null && movesOf(point).products.every((p) => held.includes(p));
  const acts: { id: string; key: Key; act: () => void }[] = [
    { id: "add", key: "strip.addHere", act: () => addPoint(run, lane.vendor, tick) },
    ...(point && isMovable(point)
      ? [
          { id: "copy", key: "strip.duplicate" as const, act: () => duplicatePoint(run, point) },
          {
            id: "free",
            key: "strip.makeFree" as const,
            act: () => edit((s) => shiftPoint(s, run, point, { days: 0, factor: FREE_FACTOR })),
          },
          {
            id: "pin",
            key: ours ? ("strip.letModel" as const) : ("strip.pin" as const),
            act: () => pinOrRelease(run, point),
          },
          { id: "delete", key: "strip.delete" as const, act: () => deletePoint(run, point) },
        ]
      : []),
  ];
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: x, top: y }} />
      <Popover
        aria-label={lane.title}
        className="popover menu"
        triggerRef={anchor}
        isOpen
        onOpenChange={(on) => !on && onClose()}
        placement="bottom start"
      >
        <Menu aria-label={lane.title} onClose={onClose}>
          {acts.map(({ id, key, act }) => (
            <MenuItem key={id} id={id} onAction={act}>
              {say(key, { date: day })}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
