import { lazy, Suspense } from "react";
import { Button } from "react-aria-components";
import { askable } from "../../../charts/data/focus-measure.ts";
import { type Entity, type Focus, isSpan, namesOf, outputOf, type Scenario } from "../../../engine/index.ts";
import { daysOf, seriesName, whoName } from "../../../words/focus-words.ts";
import { DateField } from "../../controls/date-field.tsx";
import { Picker } from "../../controls/picker.tsx";
import { useSection } from "../../i18n/index.ts";
import { open, session, useApp } from "../../store/app.ts";
import { useBaselines } from "../../store/baselines.ts";
import { focus as focusStore, useFocused } from "../../store/focus.ts";
import { useLanguage } from "../../store/preferences.ts";
import { useStructure } from "../../store/structure.ts";
import { focusWords } from "./words.ts";
import "./focus.css";

/** The answer reads runs as a report does: what that takes is fetched when something is first asked. */
const FocusAnswer = lazy(() => import("./focus-answer.tsx"));

const ENTITIES = ["market", "vendor", "product", "segment"] as const;
const FIRST: Readonly<Record<Entity, string>> = {
  market: "priceIndex",
  vendor: "tokenShare",
  product: "users",
  segment: "spend",
};

/** Who, what, when, against what: asked once, answered on every page. */
export function FocusBar() {
  const say = useSection(focusWords);
  const scenario = useStructure();
  const focus = useFocused();
  if (!scenario) return null;
  return (
    <section className="focus-bar" aria-label={say("title")}>
      <div className="focus-pickers">
        <Who scenario={scenario} focus={focus} />
        {focus && <What focus={focus} />}
        {focus && <When scenario={scenario} focus={focus} />}
        {focus && <Against />}
        {focus && (
          <Button className="link" onPress={() => focusStore.set(null)}>
            {say("clear")}
          </Button>
        )}
      </div>
      {focus && (
        <Suspense fallback={<div className="focus-answer" />}>
          <FocusAnswer />
        </Suspense>
      )}
    </section>
  );
}

interface Asked {
  readonly scenario: Scenario;
  readonly focus: Focus;
}

const NOBODY = "";
const keyOf = ({ entity, id }: Pick<Focus, "entity" | "id">) => `${entity}:${id}`;

function Who({ scenario, focus }: { readonly scenario: Scenario; readonly focus: Focus | null }) {
  const say = useSection(focusWords);
  const lang = useLanguage();
  const options = ENTITIES.flatMap((entity) =>
    namesOf(scenario, entity).map((id) => ({
      id: keyOf({ entity, id }),
      text: whoName({ entity, id }, scenario, lang),
      detail: say(entity),
    })),
  );
  const none = focus === null ? [{ id: NOBODY, text: say("choose"), detail: "" }] : [];
  return (
    <Picker
      label={say("who")}
      options={[...none, ...options]}
      value={focus ? keyOf(focus) : NOBODY}
      onChange={(key) => {
        const at = key.indexOf(":");
        const entity = key.slice(0, at) as Entity;
        if (at < 0 || (focus && keyOf(focus) === key)) return;
        const name = focus?.entity === entity ? focus.name : FIRST[entity];
        focusStore.set(outputOf({ entity, id: key.slice(at + 1), name, when: focus?.when ?? "" }));
      }}
    />
  );
}

function What({ focus }: Pick<Asked, "focus">) {
  const say = useSection(focusWords);
  const lang = useLanguage();
  const options = askable(focus.entity).map((name) => ({ id: name, text: seriesName({ ...focus, name }, lang) }));
  return (
    <Picker
      label={say("what")}
      options={options}
      value={focus.name}
      onChange={(name) => focusStore.set(outputOf({ ...focus, name }))}
    />
  );
}

/** A day, or the mean of several. */
function When({ scenario, focus }: Asked) {
  const say = useSection(focusWords);
  const { clock } = scenario;
  const { from, to } = daysOf(focus, scenario);
  const span = isSpan(focus);
  const set = (when: string) => focusStore.set(outputOf({ ...focus, when }));
  const kinds = [
    { id: "day", text: say("day") },
    { id: "span", text: say("span") },
  ];
  const field = (label: string, value: string, onChange: (date: string) => void) => (
    <DateField label={label} value={value} first={clock.start} last={clock.end} onChange={onChange} />
  );
  return (
    <>
      <Picker
        label={say("when")}
        options={kinds}
        value={span ? "span" : "day"}
        onChange={(kind) => set(kind === "span" ? `${clock.start}..${to}` : to)}
      />
      <span className="focus-days">
        {span && field(say("from"), from, (date) => date < to && set(`${date}..${to}`))}
        {field(say(span ? "to" : "date"), to, (date) => set(span && from < date ? `${from}..${date}` : date))}
      </span>
    </>
  );
}

function Against() {
  const words = useSection(focusWords);
  const baseline = useApp((s) => s.history.now.baseline);
  return (
    <Picker
      label={words("against")}
      options={useBaselines()}
      value={baseline}
      onChange={(id) => id !== baseline && void open({ ...session(), baseline: id })}
    />
  );
}
