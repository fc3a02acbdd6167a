import {
  choicesOf,
  type Decisions,
  MOST,
  type PriceDecision,
  type ProductStanding,
  type Standing,
  standingOf,
} from "../../../engine/game/index.ts";
import { change as changeOf, number, percent, setting, tokens } from "../../../words/format.ts";
import { productName } from "../../../words/names.ts";
import { tierWords } from "../../i18n/units.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { windowWords } from "../../../words/window-words.ts";
import { Amount } from "./amount.tsx";
import { moneySize, moneyUnit } from "./money-words.ts";
import type { Played } from "./use-run.ts";
import { play } from "./words.ts";

interface Props extends Omit<FieldsProps, "standing"> {
  readonly played: Played;
  readonly vendor: string;
}

/** All levers of one seat, each where it stands. */
export function DecideFields({ played, vendor, ...fields }: Props) {
  const lang = useLanguage();
  const { scenario, recording, game, opening } = played;
  const standing = standingOf(scenario, recording, game, vendor, opening);
  const { people } = choicesOf(scenario, vendor);
  return (
    <>
      {standing.products.map((p) => (
        <ProductFields
          key={p.name}
          product={p}
          title={productName(scenario, p.id, lang)}
          first={game.rounds.length === 0}
          people={people}
          standing={standing}
          {...fields}
        />
      ))}
      {people && <Budgets standing={standing} currency={scenario.currency} {...fields} />}
    </>
  );
}

interface FieldsProps {
  readonly standing: Standing;
  readonly draft: Decisions;
  readonly masked: boolean; // entries are not to be read from a projector
  readonly own: boolean; // nor is what only the seat may know: costs and fleet
  set(more: Decisions): void;
}

interface ProductProps extends FieldsProps {
  readonly product: ProductStanding;
  readonly title: string;
  readonly first: boolean;
  readonly people: boolean;
}

function ProductFields({ product: p, title, draft, set, masked, own, first, people }: ProductProps) {
  const say = useSection(play);
  const lang = useLanguage();
  const span = useSection(windowWords);
  const now = draft.prices?.[p.name] ?? p.price;
  const post = (posted: PriceDecision) => set({ prices: { ...draft.prices, [p.name]: posted } });
  const price = { now, post, masked };
  const below = p.live && (now.input < p.cost.input || now.output < p.cost.output);
  const volume = say(first ? "volumeNow" : "volumeIs", {
    tokens: tokens(p.tokens, lang),
    change: changeOf(p.tokensBefore > 0 ? p.tokens / p.tokensBefore - 1 : NaN),
  });
  return (
    <fieldset>
      <legend>
        <b>{title}</b> <span>{tierWords(p.tier, lang)}</span>
      </legend>
      <div className="decide-row">
        <PriceAmount {...price} field="input" label={say("inputOf", { product: title })} />
        <PriceAmount {...price} field="output" label={say("outputOf", { product: title })} />
        <Times by={0.9} text="−10%" label={say("cut", { product: title })} {...price} />
        <Times by={1.1} text="+10%" label={say("raise", { product: title })} {...price} />
        {people && (
          <Amount
            label={say("freeOf", { product: title, window: span(p.every) })}
            short={say("free", { window: span(p.every) })}
            value={draft.free?.[p.name] ?? p.free}
            most={MOST.free}
            masked={masked}
            note={say("freeIs")}
            onChange={(free) => set({ free: { ...draft.free, [p.name]: free } })}
          />
        )}
      </div>
      {own && (
        <small>
          {p.live ? volume : say("notYet")} ·{" "}
          {say("costIs", { input: number(p.cost.input), output: number(p.cost.output) })}
          {below && <em> {say("below")}</em>}
        </small>
      )}
    </fieldset>
  );
}

interface PriceProps {
  readonly label: string;
  readonly now: PriceDecision;
  readonly masked: boolean;
  post(price: PriceDecision): void;
}

function PriceAmount({ label, now, masked, post, field }: PriceProps & { readonly field: "input" | "output" }) {
  const say = useSection(play);
  return (
    <Amount
      label={label}
      short={say(field)}
      value={now[field]}
      most={MOST.price}
      masked={masked}
      onChange={(x) => post({ ...now, [field]: x })}
    />
  );
}

/** Both prices up or down at once. */
const Times = ({ by, text, label, now, post }: PriceProps & { readonly by: number; readonly text: string }) => (
  <button
    type="button"
    className="button"
    aria-label={label}
    onClick={() => post({ input: round(now.input * by), output: round(now.output * by) })}
  >
    {text}
  </button>
);

const round = (x: number): number => Number(x.toPrecision(3));

interface BudgetProps extends FieldsProps {
  readonly currency: string;
}

function Budgets({ standing, draft, set, masked, own, currency }: BudgetProps) {
  const say = useSection(play);
  const lang = useLanguage();
  const { gpus } = standing;
  const fixed = draft.gpus === undefined ? (gpus?.fixed ?? null) : draft.gpus;
  const size = moneySize(lang);
  const spend = (draft.research ?? standing.research) / size;
  return (
    <fieldset className="budgets">
      <Amount
        label={say("research")}
        short={say("research")}
        value={spend}
        most={MOST.research / size}
        masked={masked}
        suffix={moneyUnit(currency, lang)}
        note={say("researchIs")}
        onChange={(x) => set({ research: x * size })}
      />
      {gpus && (
        <>
          {/* How many machines demand has planned is the seat's own affair. */}
          {(own || fixed !== null) && (
            <Amount
              label={say("fleet")}
              short={say("fleet")}
              value={fixed ?? Math.round(gpus.leased)}
              most={MOST.gpus}
              masked={masked}
              whole
              note={own ? say("fleetIs", { n: setting(Math.round(gpus.leased)), busy: percent(gpus.busy) }) : undefined}
              onChange={(x) => set({ gpus: x })}
            />
          )}
          {!masked && (
            <label className="auto">
              <input
                type="checkbox"
                checked={fixed === null}
                onChange={(e) => set({ gpus: e.target.checked ? null : Math.round(gpus.leased) })}
              />{" "}
              {say("auto")}
            </label>
          )}
        </>
      )}
      <Amount
        label={say("credits")}
        short={say("credits")}
        value={draft.credits ?? standing.credits}
        most={MOST.credits}
        masked={masked}
        note={say("creditsIs")}
        onChange={(credits) => set({ credits })}
      />
    </fieldset>
  );
}
