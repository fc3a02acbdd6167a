import { inkIn } from "../../../charts/theme/theme.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { useWords } from "../../i18n/index.ts";
import { edit, useApp } from "../../store/app.ts";
import { changesOf } from "../../store/changes.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { Sign } from "../../controls/sign.tsx";

/** What differs from the scenario as it came, each with its own undo. */
export function Changes() {
  const say = useWords();
  const [lang, mode] = [useLanguage(), useMode()];
  const base = useApp((s) => s.base);
  const now = useApp((s) => s.history.now);
  const changes = base ? changesOf(now, base.scenario, lang) : [];
  if (!base || changes.length === 0) return null;
  return (
    <ul className="changes" aria-label={say("levers.changed")}>
      {changes.map(({ id, vendor, what, from, to, undo }) => {
        const ink = vendor === null ? null : inkIn(base.scenario.vendors, vendor, mode);
        return (
          <li key={id}>
            {ink && <Sign ink={ink} />}
            <span>
              {what} {from && <s>{from}</s>} {from && "→"} {to}
            </span>
            <IconButton icon="close" label={say("levers.undoOne", { what: what || to })} onPress={() => edit(undo)} />
          </li>
        );
      })}
    </ul>
  );
}
