import { GlyphMark } from "../../../charts/marks/glyph.tsx";
import { inkOf } from "../../../charts/theme/theme.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { useWords } from "../../i18n/index.ts";
import { edit, useApp } from "../../store/app.ts";
import { changesOf } from "../../store/changes.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";

/** What differs from the scenario as it came, each with its own undo. */
export function Changes() {
  const say = useWords();
  const [lang, mode] = [useLanguage(), useMode()];
  const base = useApp((s) => s.base);
  const now = useApp((s) => s.history.now);
  const changes = base ? changesOf(now, base.scenario, lang) : [];
  if (!base || changes.length === 0) return null;
  const vendors = Object.keys(base.scenario.vendors);
  return (
    <ul className="changes" aria-label={say("levers.changed")}>
      {changes.map(({ id, vendor, what, from, to, undo }) => {
        const ink = vendor === null ? null : inkOf(vendor, vendors.indexOf(vendor), mode);
        return (
          <li key={id}>
            {ink && (
              <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden>
                <GlyphMark glyph={ink.glyph} x={0} y={0} color={ink.mark} hole="var(--surface)" />
              </svg>
            )}
            <span>
              {what} {from && <s>{from}</s>} {from && "→"} {to}
            </span>
            <IconButton icon="close" label={say("levers.undoOne", { what })} onPress={() => edit(undo)} />
          </li>
        );
      })}
    </ul>
  );
}
