import { toggleFullscreen } from "../store/fullscreen.ts";
import { app, redo, toggleBands, undo } from "../store/app.ts";
import { cursor, look, view, why } from "../store/view.ts";
import { keysOpen } from "./keys-sheet.tsx";

/** Keys that work anywhere but in a text field. Returns what stops them. */
export function listenToKeys(): () => void {
  const listen = (e: KeyboardEvent) => {
    if (
      e.target instanceof HTMLElement &&
      e.target.closest("input:not([type=range]), textarea, [role=menu], [role=dialog], [role=listbox]")
    )
      return;
    const act = actionOf(e);
    if (!act) return;
    e.preventDefault();
    act();
  };
  addEventListener("keydown", listen);
  return () => removeEventListener("keydown", listen);
}

function actionOf(e: KeyboardEvent): (() => void) | null {
  const command = e.ctrlKey || e.metaKey;
  const key = e.key.toLowerCase();
  if (command && key === "z") return () => void (e.shiftKey ? redo() : undo());
  if (command && key === "y") return () => void redo();
  if (command || e.altKey) return null;
  if (key === "b") return () => look({ ghost: !view.get().ghost });
  if (key === "u") return toggleBands;
  if (key === "f") return toggleFullscreen;
  if (key === "w") return askWhy;
  if (key === "?") return () => keysOpen.set(true);
  return null;
}

/** Why the week under the cursor went as it did; without a cursor, the last one. */
function askWhy(): void {
  const dates = app.get().result?.run.recording.dates;
  if (dates) why.set(dates[cursor.get() ?? dates.length - 1]);
}
