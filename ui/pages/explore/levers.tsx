import library from "virtual:library";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Lever } from "../../../engine/index.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { LeverSlider } from "../../controls/lever-slider.tsx";
import { Picker } from "../../controls/picker.tsx";
import { sourceWords } from "../../i18n/source-words.ts";
import { useWords } from "../../i18n/index.ts";
import { drag, drop, edit, open, session, useApp } from "../../store/app.ts";
import { inPlaceOf, useBaselines } from "../../store/baselines.ts";
import { leverValue } from "../../store/apply.ts";
import { useLanguage } from "../../store/preferences.ts";
import { freshSession, isEdited, OWN, resetLever, setLever, withoutChanges } from "../../store/session.ts";
import type { Base } from "../../store/state.ts";
import { ScenariosButton } from "./scenarios-button.tsx";
import { EditorButton } from "./editor-button.tsx";
import { SegmentList } from "./segment-list.tsx";
import { VendorList } from "./vendor-list.tsx";
import { Changes } from "./changes.tsx";

const GROUPS = ["war", "cost", "demand", "money"] as const;

/** Input, in sight of the output: which scenario, against what, what changed, and the levers. */
export function Levers() {
  const base = useApp((s) => s.base);
  return (
    <>
      <AllLevers />
      {base && base.scenario.levers.length > 0 && <LeverBar base={base} />}
    </>
  );
}

/** On a phone: one lever at a time, at the foot of the screen, so that charts answer while the thumb is on it. */
function LeverBar({ base }: { readonly base: Base }) {
  const say = useWords();
  const { levers } = base.scenario;
  const [id, setId] = useState(levers[0].id);
  const lever = levers.find((l) => l.id === id) ?? levers[0];
  return (
    <section className="lever-bar" aria-label={say("levers.quick")}>
      <ul className="chips" aria-label={say("levers.open")}>
        {levers.map((l) => (
          <li key={l.id}>
            <button type="button" aria-pressed={l.id === lever.id} onClick={() => setId(l.id)}>
              {say(l.label)}
            </button>
          </li>
        ))}
      </ul>
      <OneLever lever={lever} base={base} />
    </section>
  );
}

function AllLevers() {
  const say = useWords();
  const base = useApp((s) => s.base);
  return (
    <aside className="levers" aria-label={say("levers.title")}>
      <Pickers />
      <Changes />
      {base && GROUPS.map((group) => <Group key={group} group={group} base={base} />)}
      <VendorList />
      <SegmentList />
      <footer>
        <span className="key">
          <i className="plausible" /> {say("levers.plausible")}
        </span>
        <span className="key">
          <i className="home" /> {say("levers.byDefault")}
        </span>
        <EditorButton />
        <ResetAll />
      </footer>
    </aside>
  );
}

/** Draws itself only when a choice changes: a list to pick from takes longer than a frame on a slow machine. */
function Pickers() {
  const say = useWords();
  const now = { scenario: useApp((s) => s.history.now.scenario), baseline: useApp((s) => s.history.now.baseline) };
  const edited = useApp((s) => isEdited(s.history.now));
  const options = library.map(({ id, title, question }) => ({ id, text: say(title), detail: say(question) }));
  const baselines = useBaselines();
  const own = now.scenario === OWN ? [{ id: OWN, text: say("levers.own"), detail: "" }] : [];
  return (
    <div className="pickers">
      <Picker
        label={say("levers.scenario")}
        options={[...options, ...own]}
        value={now.scenario}
        note={edited ? say("levers.edited") : undefined}
        onChange={(id) => id !== now.scenario && void open(inPlaceOf(session(), id))}
      />
      <Picker
        label={say("levers.baseline")}
        options={baselines}
        value={now.baseline}
        onChange={(id) => void open({ ...session(), baseline: id })}
      />
      <div className="picker-tools">
        <ScenariosButton />
        <IconButton
          icon="swap"
          label={say("scenarios.swap")}
          isDisabled={now.scenario === OWN || now.scenario === now.baseline}
          onPress={() => void open({ ...freshSession(now.baseline), baseline: now.scenario })}
        />
      </div>
    </div>
  );
}

function Group({ group, base }: { readonly group: Lever["group"]; readonly base: Base }) {
  const say = useWords();
  const levers = base.scenario.levers.filter((l) => l.group === group);
  if (levers.length === 0) return null;
  return (
    <section className="group">
      <h3>{say(`levers.${group}`)}</h3>
      {levers.map((lever) => (
        <OneLever key={lever.id} lever={lever} base={base} />
      ))}
    </section>
  );
}

function OneLever({ lever, base }: { readonly lever: Lever; readonly base: Base }) {
  const lang = useLanguage();
  const byDefault = leverValue(base.scenario, lever);
  const value = useApp((s) => s.history.now.levers[lever.id]) ?? byDefault;
  const source = base.provenance[lever.paths[0].path]?.source;
  const known = source === undefined ? undefined : base.scenario.sources[source];
  const put = (x: number) => (x === byDefault ? resetLever(session(), lever.id) : setLever(session(), lever.id, x));
  return (
    <LeverSlider
      lever={lever}
      value={value}
      byDefault={byDefault}
      source={known && sourceWords(known, lang)}
      onDrag={(x) => drag(() => put(x))}
      onDrop={drop}
      onSet={(x) => edit(() => put(x))}
      onReset={() => edit(() => put(byDefault))}
    />
  );
}

function ResetAll() {
  const say = useWords();
  const edited = useApp((s) => isEdited(s.history.now));
  return (
    <Button className="link" isDisabled={!edited} onPress={() => edit(withoutChanges)}>
      {say("levers.resetAll")}
    </Button>
  );
}
