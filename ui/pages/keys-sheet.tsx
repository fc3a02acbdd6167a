import { IconButton } from "../controls/icon-button.tsx";
import { Sheet } from "../controls/sheet.tsx";
import { useWords } from "../i18n/index.ts";
import { observable, useObservable } from "../store/observable.ts";

export const keysOpen = observable(false);

const KEYS = [
  ["Ctrl+Z, Ctrl+Shift+Z", "frame.keyUndo"],
  ["B", "frame.keyBaseline"],
  ["U", "frame.keyBands"],
  ["← → Home End", "frame.keyCursor"],
  ["↑ ↓ ← →", "frame.keyStrip"],
  ["Enter, Esc, 0", "frame.keyEdit"],
  ["N, D, Delete", "frame.keyAdd"],
  ["P", "frame.keyPin"],
  ["W, Enter", "frame.keyWhy"],
  ["F", "frame.keyPresent"],
  ["?", "frame.keyHelp"],
] as const;

export function KeysButton() {
  const say = useWords();
  const open = useObservable(keysOpen, (on) => on);
  return (
    <>
      <IconButton wide icon="keys" label={say("frame.keys")} onPress={() => keysOpen.set(true)} />
      <Sheet title={say("frame.keysTitle")} open={open} onClose={() => keysOpen.set(false)}>
        <dl className="keys">
          {KEYS.map(([keys, key]) => (
            <div key={key}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{say(key)}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
    </>
  );
}
