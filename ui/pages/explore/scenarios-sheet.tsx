import library from "virtual:library";
import { Button } from "react-aria-components";
import { Thumbnail } from "../../../charts/marks/thumbnail.tsx";
import { THEMES } from "../../../charts/theme/theme.ts";
import { Phrases } from "../../controls/phrases.tsx";
import { useSection } from "../../i18n/index.ts";
import { open, session, useApp } from "../../store/app.ts";
import { inPlaceOf } from "../../store/baselines.ts";
import { useMode } from "../../store/preferences.ts";
import { MyScenarios } from "./my-scenarios.tsx";
import { scenariosWords } from "./scenarios-words.ts";
import { useThumbnails } from "./use-thumbnails.ts";
import { WhatNow } from "./what-now.tsx";
import "./scenarios.css";

/** What there is to start from: one's own, and the library with a picture and a question each. */
export default function ScenariosSheet({ onDone }: { onDone(): void }) {
  return (
    <>
      <WhatNow onDone={onDone} />
      <MyScenarios onDone={onDone} />
      <Library onDone={onDone} />
    </>
  );
}

function Library({ onDone }: { onDone(): void }) {
  const say = useSection(scenariosWords);
  const mode = useMode();
  const now = useApp((s) => s.history.now);
  const pictures = useThumbnails();
  const turn = (id: string) => {
    void open(inPlaceOf(now, id));
    onDone();
  };
  return (
    <section>
      <h3>{say("library")}</h3>
      <ul className="library">
        {library.map(({ id, title, question }) => {
          const run = pictures.get(id);
          const name = say(title);
          return (
            <li key={id} data-now={now.scenario === id || undefined}>
              <Button className="card" onPress={() => turn(id)}>
                <span className="stamp">
                  {run && <Thumbnail run={run} width={150} height={72} theme={THEMES[mode]} summary={say("picture")} />}
                </span>
                <span className="card-words">
                  <b>
                    <Phrases text={name} />
                  </b>
                  <span>
                    <Phrases text={say(question)} />
                  </span>
                </span>
              </Button>
              {now.baseline === id ? (
                <small>{say("isBaseline")}</small>
              ) : (
                <Button
                  className="link"
                  aria-label={say("asBaseline", { name })}
                  onPress={() => void open({ ...session(), baseline: id })}
                >
                  {say("baselineShort")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
