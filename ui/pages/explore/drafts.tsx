import { useState } from "react";
import { Button } from "react-aria-components";
import { useWords } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { dropDraft, drafts } from "../../store/drafts.ts";

interface Props {
  readonly before: string; // the scenario's text as it is on the page
  readonly text: string;
  onText(text: string): void;
}

/** What has not run: of this text, and of one that somebody left. */
export function Drafts({ before, text, onText }: Props) {
  const say = useWords();
  const running = useApp((s) => s.history.now.own);
  const [, redraw] = useState(0);
  const other = drafts().find((d) => d.before !== before && d.text !== text && d.text !== running);
  return (
    <>
      {text !== before && (
        <p className="draft">
          {say("editor.draft")}{" "}
          <Button className="link" onPress={() => onText(before)}>
            {say("editor.startAgain")}
          </Button>
        </p>
      )}
      {other && (
        <p className="draft">
          {say("editor.others")}{" "}
          <Button className="link" onPress={() => (onText(other.text), dropDraft(other.before))}>
            {say("editor.bring")}
          </Button>{" "}
          <Button className="link" onPress={() => (dropDraft(other.before), redraw((n) => n + 1))}>
            {say("editor.throwAway")}
          </Button>
        </p>
      )}
    </>
  );
}
