import equations from "virtual:equations";
import { useSection } from "../../i18n/index.ts";
import { model } from "./words.ts";
import { Forecasts } from "./forecasts.tsx";
import { History } from "./history.tsx";
import { Published } from "./published.tsx";
import { Mechanisms, Sources } from "./sources.tsx";
import "./model.css";

const CORE = ["use", "choice", "attention", "cost", "reaction"] as const;

const LOOP = ["loopPrices", "loopNews", "loopUsers", "loopCosts", "loopMoney"] as const;

/** What is computed, against what it was checked, where every number comes from. */
export default function ModelPage() {
  const say = useSection(model);
  return (
    <main id="main" className="model">
      <h1>{say("title")}</h1>
      <p className="lead">{say("lead")}</p>
      <section className="model-section">
        <h2>{say("loop")}</h2>
        <p className="small">{say("loopIs")}</p>
        <ol className="loop">
          {LOOP.map((key) => (
            <li key={key}>
              <b>{say(key)}</b>
              <span>{say(`${key}Is`)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section className="model-section">
        <h2>{say("equations")}</h2>
        <dl className="core">
          {CORE.map((key) => (
            <div key={key}>
              <dt>{say(`${key}`)}</dt>
              <dd>
                <Equation label={say(key)} markup={equations[key]} />
                {say(`${key}Is`)}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <History />
      <Forecasts />
      <Published />
      <Mechanisms />
      <Sources />
    </main>
  );
}

interface EquationProps {
  readonly label: string;
  readonly markup: string; // MathML, made at build time
}

/** An equation, wider than a phone: a scrolling region must be reachable by keyboard. */
const Equation = ({ label, markup }: EquationProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className="equation" tabIndex={0} aria-label={label} dangerouslySetInnerHTML={{ __html: markup }} />
);
