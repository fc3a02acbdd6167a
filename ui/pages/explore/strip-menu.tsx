import { useRef } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components";
import type { Run } from "../../../charts/data/lines-of.ts";
import { date } from "../../../words/format.ts";
import { useWords } from "../../i18n/index.ts";
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
import type { StripMenuAt } from "./use-lane-menu.ts";

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
  const acts: { id: string; text: string; act: () => void }[] = [
    { id: "add", text: say("strip.addHere", { date: day }), act: () => addPoint(run, lane.vendor, tick) },
    ...(point && isMovable(point)
      ? [
          { id: "copy", text: say("strip.duplicate"), act: () => duplicatePoint(run, point) },
          {
            id: "free",
            text: say("strip.makeFree"),
            act: () => edit((s) => shiftPoint(s, run, point, { days: 0, factor: FREE_FACTOR })),
          },
          {
            id: "pin",
            text: say(ours ? "strip.letModel" : "strip.pin"),
            act: () => pinOrRelease(run, point),
          },
          { id: "delete", text: say("strip.delete"), act: () => deletePoint(run, point) },
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
          {acts.map(({ id, text, act }) => (
            <MenuItem key={id} id={id} onAction={act}>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
