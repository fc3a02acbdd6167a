import { useState } from "react";
import { MOST, type ProductStanding } from "../../../engine/game/index.ts";
import { date, number, percent, priceUnit } from "../../../words/format.ts";
import { windowWords } from "../../../words/window-words.ts";
import { moneySize, moneyUnit } from "../../pages/play/money-words.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { productOf, typedNumber } from "../says.ts";
import { classWords } from "../words.ts";
import { AUTO, decisionsOf, type Draft, freeField, plain, priceField, standingFields } from "./draft.ts";
import { Field } from "./field.tsx";
import { decide, outbox, view } from "./phone.ts";

interface Fields {
  readonly fields: Draft;
  set(more: Draft): void;
}

const good = (text: string, most: number): boolean => typedNumber(text) >= 0 && typedNumber(text) <= most;

/** GPUs are counted; or left to the plan. */
const isFleet = (text: string): boolean =>
  text === AUTO || (good(text, MOST.gpus) && Number.isInteger(typedNumber(text)));

/** One round's decisions. They are handed in, confirmed, and may be changed until the round closes. */
export function Decide() {
  const say = useSection(classWords);
  const lang = useLanguage();
  const known = useObservable(facts, (x) => x)!;
  const mine = useObservable(view, (x) => x)!;
  const { standing } = mine.seat!;
  const [touched, setTouched] = useState<Draft>({});
  const size = moneySize(lang);
  const fields = { ...standingFields(standing, mine.entered, size), ...touched };
  const decisions = decisionsOf(fields, standing, { levers: known.levers, size });
  const live = standing.products.filter((p) => p.live || p.launches !== null);
  const sound = Object.entries(limits(live, known.levers, size)).every(([field, most]) =>
    field === "gpus" ? isFleet(fields.gpus) : good(fields[field], most),
  );
  const changed = JSON.stringify(decisions) !== JSON.stringify(mine.entered ?? {});
  const form = { fields, set: (more: Draft) => setTouched((t) => ({ ...t, ...more })) };
  const only = known.levers.length === 1;
  return (
    <form
      className="card decide"
      aria-labelledby="decide-title"
      onSubmit={(e) => {
        e.preventDefault();
        if (sound) decide(mine.turn, decisions);
      }}
    >
      <h2 id="decide-title">{say(only ? "decide" : "decideAll")}</h2>
      <p className="note">
        {priceUnit(known.currency, lang)} · {say("unchanged")}
      </p>
      {live.map((p) => (
        <Product key={p.name} product={p} title={productOf(known, p.id, lang)} {...form} />
      ))}
      <Levers {...form} />
      <button type="submit" className="primary" disabled={!sound}>
        {say(mine.entered ? (changed ? "sendAgain" : "send") : Object.keys(decisions).length > 0 ? "send" : "keep")}
      </button>
      <Answer changed={changed} />
    </form>
  );
}

/** The fields that have to be numbers, and up to which. */
function limits(
  products: readonly ProductStanding[],
  levers: readonly string[],
  size: number,
): Readonly<Record<string, number>> {
  const all = products.flatMap(({ name }) => [
    [priceField(name, "input"), MOST.price] as const,
    [priceField(name, "output"), MOST.price] as const,
    ...(levers.includes("free") ? [[freeField(name), MOST.free] as const] : []),
  ]);
  const budgets = [
    ["credits", MOST.credits],
    ["research", MOST.research / size],
    ["gpus", MOST.gpus],
  ] as const;
  return Object.fromEntries([...all, ...budgets.filter(([lever]) => levers.includes(lever))]);
}

/** Whether what was handed in has arrived, and who is still waited for. */
function Answer({ changed }: { readonly changed: boolean }) {
  const say = useSection(classWords);
  const mine = useObservable(view, (x) => x)!;
  const pending = useObservable(outbox, (o) => o.pending !== null);
  const { entered, by, name, waiting } = mine;
  const own = by === name || by === null;
  return (
    <output className="answer" data-done={(!pending && entered !== null && !changed) || undefined}>
      {pending ? say("sending") : entered && (own ? say("taken") : say("takenBy", { name: by }))}{" "}
      {entered && !pending && waiting > 0 && say("waiting", { n: waiting })}
    </output>
  );
}

interface ProductProps extends Fields {
  readonly product: ProductStanding;
  readonly title: string;
}

/** Steps of the two buttons. */
const STEP = 1.05;

function Product({ product: p, title, fields, set }: ProductProps) {
  const say = useSection(classWords);
  const lang = useLanguage();
  const known = useObservable(facts, (x) => x)!;
  const [input, output] = [priceField(p.name, "input"), priceField(p.name, "output")];
  const single = p.price.input === p.price.output && p.cost.input === p.cost.output;
  const type = (field: string, text: string) => set(single ? { [input]: text, [output]: text } : { [field]: text });
  const times = (by: number) =>
    set(
      Object.fromEntries([input, output].map((f) => [f, plain(Number((typedNumber(fields[f]) * by).toPrecision(3)))])),
    );
  const free = say("free", { window: useSection(windowWords)(p.every) });
  const below = typedNumber(fields[input]) < p.cost.input || typedNumber(fields[output]) < p.cost.output;
  const cost = single ? number(p.cost.input) : `${number(p.cost.input)} / ${number(p.cost.output)}`;
  const parts = single
    ? ([[input, "price"]] as const)
    : ([
        [input, "input"],
        [output, "output"],
      ] as const);
  return (
    <fieldset>
      <legend>{title}</legend>
      <div className="price-row">
        <button type="button" aria-label={say("down", { product: title })} onClick={() => times(1 / STEP)}>
          −5%
        </button>
        {parts.map(([field, what]) => (
          <Field
            key={field}
            label={say("priceOf", { product: title, what: say(what) })}
            short={say(what)}
            text={fields[field]}
            bad={!good(fields[field], MOST.price)}
            most={MOST.price}
            onType={(text) => type(field, text)}
          />
        ))}
        <button type="button" aria-label={say("up", { product: title })} onClick={() => times(STEP)}>
          +5%
        </button>
      </div>
      <small>
        {p.launches !== null && `${say("launches", { date: date(p.launches, lang) })} · `}
        {say("costs", { cost })} {below && <em>{say("below")}</em>}
      </small>
      {known.levers.includes("free") && (
        <Field
          label={say("priceOf", { product: title, what: free })}
          short={free}
          text={fields[freeField(p.name)]}
          bad={!good(fields[freeField(p.name)], MOST.free)}
          most={MOST.free}
          onType={(text) => set({ [freeField(p.name)]: text })}
        />
      )}
    </fieldset>
  );
}

/** Budgets, where the game opens them. */
function Levers({ fields, set }: Fields) {
  const say = useSection(classWords);
  const lang = useLanguage();
  const { currency, levers } = useObservable(facts, (x) => x)!;
  const { gpus } = useObservable(view, (x) => x)!.seat!.standing;
  const field = (name: "credits" | "research" | "gpus", label: string, most: number) => (
    <Field
      key={name}
      label={label}
      short={label}
      text={fields[name]}
      bad={name === "gpus" ? !isFleet(fields.gpus) : !good(fields[name], most)}
      most={most}
      whole={name === "gpus"}
      onType={(text) => set({ [name]: text })}
    />
  );
  return (
    <>
      {levers.includes("credits") && field("credits", say("credits"), MOST.credits)}
      {levers.includes("research") &&
        field("research", say("research", { unit: moneyUnit(currency, lang) }), MOST.research / moneySize(lang))}
      {levers.includes("gpus") && gpus && (
        <fieldset>
          <legend>GPU</legend>
          {fields.gpus !== AUTO &&
            field("gpus", say("gpus", { n: Math.round(gpus.leased), busy: percent(gpus.busy) }), MOST.gpus)}
          <label className="check">
            <input
              type="checkbox"
              checked={fields.gpus === AUTO}
              onChange={(e) => set({ gpus: e.target.checked ? AUTO : String(Math.round(gpus.leased)) })}
            />
            <span>{say("auto")}</span>
          </label>
        </fieldset>
      )}
    </>
  );
}
