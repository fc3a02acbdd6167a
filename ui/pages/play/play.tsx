import { useSection } from "../../i18n/index.ts";
import { Board } from "./board.tsx";
import "../page.css";
import "./play.css";
import { SetupForm } from "./setup-form.tsx";
import { useStored, useTable } from "./table.ts";
import { play } from "./words.ts";

/** Play: set up a game, or the game on the table. */
export default function Play() {
  const say = useSection(play);
  const session = useTable();
  const stored = useStored();
  return (
    <main id="main" className="page play" tabIndex={-1}>
      {!stored && (
        <p role="alert" className="told">
          {say("notStored")}
        </p>
      )}
      {session ? <Board session={session} /> : <SetupForm />}
    </main>
  );
}
