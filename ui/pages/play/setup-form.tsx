import library from "virtual:library";
import { useEffect, useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import {
  type Goal,
  GOALS,
  MAX_TEAMS,
  playable,
  type Seat,
  type Strength,
  STRENGTHS,
} from "../../../engine/game/index.ts";
import { inBoth, type Scenario } from "../../../engine/index.ts";
import { Picker } from "../../controls/picker.tsx";
import { Segments } from "../../controls/segments.tsx";
import { useSection } from "../../i18n/index.ts";
import { libraryBase } from "../../store/bases.ts";
import { useLanguage } from "../../store/preferences.ts";
import { Handout } from "./handout.tsx";
import { LENGTHS, MARKETS } from "./kept.ts";
import { loadGame } from "./load.ts";
import { startGame } from "./table.ts";
import { TeamRows } from "./team-rows.tsx";
import { play } from "./words.ts";

type Who = "alone" | "teams";

/** Whom one plays unless told otherwise: a vendor with tiers to price, whose profit is made by its prices. */
const FIRST = "alibaba";
/** Where everybody begins alike. */
const FAIR = "level-field";

/** What a game begins with. */
export function SetupForm() {
  const say = useSection(play);
  const [base, setBase] = useState<string>(MARKETS[0]);
  const [who, setWho] = useState<Who>("alone");
  const [rules, setRules] = useState<Rules>({ rivals: "fair", quarters: LENGTHS[0], goal: "profit", seed: "1" });
  const [seats, setSeats] = useState<readonly Seat[]>([]);
  const scenario = useBase(base);
  const choose = (next: Who) => {
    setWho(next);
    if (next === "teams" && base === MARKETS[0]) setBase(FAIR); // teams compare decisions, not starting points
  };
  const vendors = scenario ? playable(scenario) : [];
  const chosen = seatsOf(seats, vendors, who);
  const twice = new Set(chosen.map((s) => s.vendor)).size < chosen.length;
  const { quarters, goal } = rules;
  const begin = () => startGame({ base, seats: chosen, ...rules, seed: rules.seed.trim() || "1" });
  return (
    <>
      <h1>{say("title")}</h1>
      <p className="lead">{say("lead")}</p>
      <form
        className="play-setup"
        onSubmit={(e) => {
          e.preventDefault();
          if (!twice && scenario) begin();
        }}
      >
        <MarketPicker value={base} onChange={setBase} />
        <Choice label={say("who")} of={["alone", "teams"]} value={who} text={(id) => say(id)} onChange={choose} />
        {who === "teams" && <p className="note">{say("phones")}</p>}
        {scenario && (
          <TeamRows
            scenario={scenario}
            vendors={vendors}
            seats={chosen}
            onChange={setSeats}
            alone={who === "alone"}
            most={Math.min(MAX_TEAMS, vendors.length)}
          />
        )}
        {twice && (
          <p role="alert" className="told">
            {say("twice")}
          </p>
        )}
        <RulesFields rules={rules} onChange={(more) => setRules({ ...rules, ...more })} />
        <p className="play-actions">
          <button type="submit" className="button primary" disabled={!scenario || twice}>
            {say("start")}
          </button>
          <LoadButton />
        </p>
      </form>
      {scenario && (
        <Handout scenario={scenario} vendors={chosen.map((s) => s.vendor)} quarters={quarters} goal={goal} />
      )}
    </>
  );
}

interface PickerProps {
  readonly value: string;
  onChange(id: string): void;
}

function MarketPicker({ value, onChange }: PickerProps) {
  const say = useSection(play);
  const entry = (id: string) => library.find((e) => e.id === id);
  const market = entry(value);
  return (
    <>
      <Picker
        label={say("scenario")}
        options={MARKETS.map((id) => ({ id, text: say(entry(id)?.title ?? inBoth(id)) }))}
        value={value}
        onChange={onChange}
      />
      <p className="note">{market && say(market.question)}</p>
    </>
  );
}

/** What holds for every seat. */
interface Rules {
  readonly rivals: Strength;
  readonly quarters: number;
  readonly goal: Goal;
  readonly seed: string;
}

interface RulesProps {
  readonly rules: Rules;
  onChange(more: Partial<Rules>): void;
}

function RulesFields({ rules: { rivals, quarters, goal, seed }, onChange }: RulesProps) {
  const say = useSection(play);
  return (
    <>
      <Choice
        label={say("rivals")}
        note={say(`${rivals}Is`)}
        of={STRENGTHS}
        value={rivals}
        text={(id) => say(id)}
        onChange={(id) => onChange({ rivals: id })}
      />
      <Choice
        label={say("length")}
        of={LENGTHS.map(String)}
        value={String(quarters)}
        text={(n) => say("quarters", { n })}
        onChange={(n) => onChange({ quarters: Number(n) })}
      />
      <Choice
        label={say("goal")}
        note={say(`${goal}Is`)}
        of={GOALS}
        value={goal}
        text={(id) => say(id)}
        onChange={(id) => onChange({ goal: id })}
      />
      <Field label={say("seed")} note={say("seedIs")}>
        <span className="play-seed">
          <input
            type="text"
            maxLength={40}
            aria-label={say("seed")}
            value={seed}
            onChange={({ target }) => onChange({ seed: target.value })}
          />
          <Button className="button" onPress={() => onChange({ seed: drawn() })}>
            {say("draw")}
          </Button>
        </span>
      </Field>
    </>
  );
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly note?: string;
  readonly of: readonly Id[];
  readonly value: Id;
  text(id: Id): string;
  onChange(id: Id): void;
}

const Choice = <Id extends string>({ label, note, of, value, text, onChange }: ChoiceProps<Id>) => (
  <Field label={label} note={note}>
    <Segments<Id> label={label} options={of.map((id) => ({ id, text: text(id) }))} value={value} onChange={onChange} />
  </Field>
);

/** A seed drawn by chance, short enough to read out to a class. */
const drawn = (): string => String(1 + (crypto.getRandomValues(new Uint32Array(1))[0] % 9999));

function LoadButton() {
  const say = useSection(play);
  const lang = useLanguage();
  const [told, setTold] = useState<string | null>(null);
  const load = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    setTold(null);
    setTold(await loadGame(file, say, lang));
  };
  return (
    <>
      <FileTrigger acceptedFileTypes={[".yaml", ".yml", ".json"]} onSelect={(files) => void load(files)}>
        <Button className="button">{say("load")}</Button>
      </FileTrigger>
      {told !== null && (
        <span role="alert" className="told">
          {told}
        </span>
      )}
    </>
  );
}

interface FieldProps {
  readonly label: string;
  readonly note?: string;
  readonly children: React.ReactNode;
}

const Field = ({ label, note, children }: FieldProps) => (
  <div className="play-field">
    <span>{label}</span>
    {children}
    {note && <small>{note}</small>}
  </div>
);

/** As many seats as the way of playing has, those chosen first, each with a vendor there is. */
function seatsOf(seats: readonly Seat[], vendors: readonly string[], who: Who): readonly Seat[] {
  const known = seats.filter((s) => vendors.includes(s.vendor));
  const free = vendors.filter((v) => !known.some((s) => s.vendor === v));
  if (who === "alone")
    return [known[0] ? { vendor: known[0].vendor } : { vendor: vendors.includes(FIRST) ? FIRST : vendors[0] }];
  return [...known, ...free.slice(0, Math.max(0, 2 - known.length)).map((vendor) => ({ vendor }))];
}

function useBase(id: string): Scenario | null {
  const [found, setFound] = useState<Scenario | null>(null);
  useEffect(() => {
    let here = true;
    void libraryBase(id).then(({ scenario }) => here && setFound(scenario));
    return () => void (here = false);
  }, [id]);
  return found;
}
