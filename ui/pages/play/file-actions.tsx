import { useState } from "react";
import { Button } from "react-aria-components";
import { gameAt, isOver, type Session } from "../../../engine/game/index.ts";
import { useSection } from "../../i18n/index.ts";
import { open } from "../../store/app.ts";
import { downloadText } from "../../store/files.ts";
import { turnTo } from "../../store/page.ts";
import { freshSession, OWN } from "../../store/session.ts";
import { leaveGame } from "./table.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props {
  readonly session: Session;
  readonly played: Played | null;
}

/**
 * A game as a file, as a scenario on Explore, or put away. While teams still play, what they did in secret is not shown
 * on the screen they share: Explore waits for the end, and the file, which has to hold it all, says so before it is
 * saved.
 */
export function FileActions({ session, played }: Props) {
  const say = useSection(play);
  const { base } = session.setup;
  const secret = session.setup.seats.length > 1 && !isOver(session);
  const [warned, setWarned] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const save = () =>
    textOf(session, played!)
      .then((yaml) => downloadText(`${base}-game.yaml`, "text/yaml", yaml))
      .finally(() => setWarned(false));
  return (
    <>
      <p className="play-actions">
        <Button
          className="button"
          isDisabled={!played || warned}
          onPress={() => (secret ? setWarned(true) : void save())}
        >
          {say("save")}
        </Button>
        {!secret && (
          <Button className="button" isDisabled={!played} onPress={() => void explore(session, played!)}>
            {say("explore")}
          </Button>
        )}
        <Button
          className="button"
          isDisabled={leaving}
          onPress={() => (gameAt(session).rounds.length > 0 ? setLeaving(true) : leaveGame())}
        >
          {say("end")}
        </Button>
      </p>
      {leaving && (
        <Asked
          text={say("endIs")}
          yes={say("endIt")}
          no={say("endNot")}
          onYes={leaveGame}
          onNo={() => setLeaving(false)}
        />
      )}
      {warned && (
        <Asked
          text={say("saveSecret")}
          yes={say("saveAnyway")}
          no={say("saveNot")}
          onYes={() => void save()}
          onNo={() => setWarned(false)}
        />
      )}
    </>
  );
}

async function textOf(session: Session, { base }: Played): Promise<string> {
  const { gameYaml } = await import("./game-yaml.ts"); // the YAML writer is large
  return gameYaml(base, gameAt(session));
}

async function explore(session: Session, played: Played): Promise<void> {
  const { base, seed } = session.setup;
  await open({ ...freshSession(OWN), own: await textOf(session, played), baseline: base, seed });
  turnTo("explore");
}

interface AskedProps {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  onYes(): void;
  onNo(): void;
}

/** What is asked before something is lost or shown. */
const Asked = ({ text, yes, no, onYes, onNo }: AskedProps) => (
  <p role="alert" className="told">
    {text}{" "}
    <Button className="link" onPress={onYes}>
      {yes}
    </Button>{" "}
    <Button className="link" onPress={onNo}>
      {no}
    </Button>
  </p>
);
