import { useState } from "react";
import { useSection } from "../../i18n/index.ts";
import { edit } from "../../store/app.ts";
import { pastedMoves } from "../../store/paste-moves.ts";
import { addCuts, addEvent } from "../../store/session.ts";
import { useRun } from "./chart-data.ts";
import { moveWords } from "./move-words.ts";

/** Moves from a spreadsheet, a line each. */
export function PasteForm() {
  const say = useSection(moveWords);
  const { scenario, recording } = useRun();
  const [text, setText] = useState("");
  const [told, setTold] = useState<readonly string[]>([]);
  const add = () => {
    const { cuts, events, problems, left } = pastedMoves(text, { scenario, recording });
    if (cuts.length > 0) edit((s) => events.reduce(addEvent, addCuts(s, cuts)));
    const added = cuts.length > 0 ? [say("added", { n: cuts.length })] : [];
    setTold([...added, ...problems.map((p) => say(p))]);
    setText(left.join("\n")); // what was added is not added again
  };
  return (
    <form
      className="paste-moves"
      onSubmit={(e) => {
        e.preventDefault();
        add();
      }}
    >
      <label>
        {say("paste")}
        <textarea rows={3} value={text} placeholder={say("pasteExample")} onChange={(e) => setText(e.target.value)} />
      </label>
      <button type="submit" className="button" disabled={text.trim() === ""}>
        {say("addAll")}
      </button>
      <output>
        {told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </output>
    </form>
  );
}
