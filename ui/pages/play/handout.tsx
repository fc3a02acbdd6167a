import { Button } from "react-aria-components";
import { choicesOf, gameEnd, type Goal } from "../../../engine/game/index.ts";
import { priceOf, type Scenario } from "../../../engine/index.ts";
import { date, price, priceUnit } from "../../../words/format.ts";
import { productName, vendorName } from "../../../words/names.ts";
import { useSection } from "../../i18n/index.ts";
import { tierWords } from "../../i18n/units.ts";
import { useLanguage } from "../../store/preferences.ts";
import { handout } from "./handout-words.ts";
import { tariff } from "./texts.ts";
import { play } from "./words.ts";

interface Props {
  readonly scenario: Scenario;
  readonly vendors: readonly string[]; // of the seats
  readonly quarters: number;
  readonly goal: Goal;
}

/** Rules, starting prices and an empty decision sheet: what a team holds in its hands. Prints on its own. */
export function Handout({ scenario, vendors, quarters, goal }: Props) {
  const say = useSection(handout);
  const tell = useSection(play);
  const lang = useLanguage();
  const { people, fleet } = choicesOfAll(scenario, vendors);
  const span = { n: quarters, from: date(scenario.clock.start, lang), to: date(gameEnd(scenario, quarters), lang) };
  return (
    <details className="handout">
      <summary>{say("title")}</summary>
      <h2>{say(scenario.title)}</h2>
      <ol>
        <li>{say("span", span)}</li>
        <li>{say("goal", { goal: tell(`${goal}Is`) })}</li>
        <li>{say(people ? "levers" : "pricesOnly")}</li>
        <li>{say("atOnce")}</li>
        <li>{say("users")}</li>
        <li>{say(fleet ? "costsFleet" : "costs")}</li>
        <li>{say("cash")}</li>
        <li>{say("talk")}</li>
      </ol>
      <Start scenario={scenario} vendors={vendors} />
      <Sheet scenario={scenario} vendors={vendors} quarters={quarters} />
      <Button className="button" onPress={() => print()}>
        {say("print")}
      </Button>
    </details>
  );
}

/** List prices everybody begins with. */
function Start({ scenario, vendors }: Pick<Props, "scenario" | "vendors">) {
  const say = useSection(handout);
  const lang = useLanguage();
  const products = vendors.flatMap((v) =>
    Object.entries(scenario.vendors[v].products).map(([name, p]) => ({ v, id: `${v}.${name}`, ...p })),
  );
  return (
    <table className="data of-models">
      <caption>
        {say("start")} <small>{priceUnit(scenario.currency, lang)}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say("vendor")}</th>
          <th scope="col">{say("product")}</th>
          <th scope="col">{say("tier")}</th>
          <th scope="col">{say("price")}</th>
        </tr>
      </thead>
      <tbody>
        {products.map(({ v, id, tier, price: p }) => (
          <tr key={id}>
            <th scope="row">{vendorName(scenario, v, lang)}</th>
            <td>{productName(scenario, id, lang)}</td>
            <td>{tierWords(tier, lang)}</td>
            <td>{tariff(priceOf(p), (x) => price(x, lang))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Decisions that some seat can take: one sheet serves all teams. */
function choicesOfAll(scenario: Scenario, vendors: readonly string[]) {
  const all = vendors.map((v) => choicesOf(scenario, v));
  return { people: all.some((c) => c.people), fleet: all.some((c) => c.fleet) };
}

type SheetProps = Pick<Props, "scenario" | "vendors" | "quarters">;

/** Decisions to be written by hand before they are entered, with the reason: it is what the debrief talks about. */
function Sheet({ scenario, vendors, quarters }: SheetProps) {
  const say = useSection(handout);
  const tell = useSection(play);
  const { people, fleet } = choicesOfAll(scenario, vendors);
  const tiers = Math.max(...vendors.map((v) => Object.keys(scenario.vendors[v].products).length));
  const columns = Array.from({ length: quarters }, (_, k) => tell("round", { k: k + 1 }));
  const rows = [
    ...Array.from({ length: tiers }, (_, k) => say("priceOf", { n: k + 1 })),
    ...(people ? [tell("freeUse"), tell("credits"), tell("research")] : []),
    ...(fleet ? [tell("fleet")] : []),
    say("expect"),
    say("why"),
    say("result"),
  ];
  return (
    <table className="data sheet-to-fill">
      <caption>{say("sheet")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("team")}</th>
          {columns.map((c) => (
            <th key={c} scope="col">
              {c}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {columns.map((c) => (
              <td key={c} aria-label={`${row}, ${c}`} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
