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
  const { base, seed } = session.setup;
  const secret = session.setup.seats.length > 1 && !isOver(session);
  const [warned, setWarned] = useState(false);
  const save = () =>
    text()
      .then((yaml) => downloadText(`${base}-game.yaml`, "text/yaml", yaml))
      .finally(() => setWarned(false));
  const text = async () => {
    const { gameYaml } = await import("./game-yaml.ts"); // the YAML writer is large
    return gameYaml(played!.base, gameAt(session));
  };
  const explore = async () => {
    await open({ ...freshSession(OWN), own: await text(), baseline: base, seed });
    turnTo("explore");
  };
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
          <Button className="button" isDisabled={!played} onPress={() => void explore()}>
            {say("explore")}
          </Button>
        )}
        <Button className="button" onPress={leaveGame}>
          {say("end")}
        </Button>
      </p>
      {warned && (
        <p role="alert" className="told">
          {say("saveSecret")}{" "}
          <Button className="link" isDisabled={!played} onPress={() => void save()}>
            {say("saveAnyway")}
          </Button>{" "}
          <Button className="link" onPress={() => setWarned(false)}>
            {say("saveNot")}
          </Button>
        </p>
      )}
    </>
  );
}
