import { DAY_SHAPES, type Scenario, segmentsOf, type TrafficLaw } from "../../../engine/index.ts";
import { NumberRowOf } from "../../controls/parameter-form.tsx";
import { ZoneField } from "../../controls/zone-field.tsx";
import { useSection } from "../../i18n/index.ts";
import { NumberRows } from "./number-rows.tsx";
import { put } from "./put.ts";
import { segmentWords } from "./segment-words.ts";
import { Select } from "./select.tsx";
import "./tariff.css";

type Prompts = TrafficLaw["prompts"];
type Hours = TrafficLaw["hours"];
type Answers = TrafficLaw["answers"];
type Shape = Hours["shape"] | "byHour";

const SHARE = [0, 1] as const;

interface Props {
  readonly id: string;
  readonly base: Scenario;
  readonly scenario: Scenario; // as edited
}

/** How a segment uses tokens: how long its prompts are, what repeats, what can wait, when it works. */
export default function SegmentForm({ id, base, scenario }: Props) {
  const say = useSection(segmentWords);
  const path = `demand.segments.${id}`;
  const [own, now] = [segmentsOf(base)[id], segmentsOf(scenario)[id]];
  const { traffic } = now;
  const { prompts, hours, answers } = traffic;
  const set = (change: Partial<TrafficLaw>) => put(`${path}.traffic`, { ...traffic, ...change }, own?.traffic);
  const setPrompts = (change: Partial<Prompts>) => set({ prompts: { ...prompts, ...change } });
  const setAnswers = (change: Partial<Answers>) => set({ answers: { ...answers, ...change } });
  const part = (name: "cachedShare" | "deferrable") => (x: number) => put(`${path}.${name}`, x, own?.[name]);
  const { wait, batch, cache } = answers;
  return (
    <div className="tariff">
      <h4>{say("prompts")}</h4>
      <div className="form">
        {row(say("median"), prompts.median, [1, 1e7], (median) => setPrompts({ median }), "tok")}
        {row(say("sd"), prompts.sd, [0, 5], (sd) => setPrompts({ sd }))}
        {row(say("cached"), now.cachedShare, SHARE, part("cachedShare"))}
        {row(say("cacheable"), cache.share, SHARE, (share) => setAnswers({ cache: { ...cache, share } }))}
      </div>
      <h4>{say("points")}</h4>
      <Lengths points={prompts.points} onChange={(points) => setPrompts({ points })} />
      <h4>{say("waiting")}</h4>
      <div className="form">
        {row(say("deferrable"), now.deferrable, SHARE, part("deferrable"))}
        {row(say("waitCost"), wait.cost, [0, 10], (cost) => setAnswers({ wait: { cost } }))}
        {row(say("batch"), batch.share, SHARE, (share) => setAnswers({ batch: { ...batch, share } }))}
      </div>
      <h4>{say("hours")}</h4>
      <HoursForm hours={hours} onChange={(change) => set({ hours: { ...hours, ...change } })} />
    </div>
  );
}

const row = (
  label: string,
  value: number,
  range: readonly [number, number],
  onChange: (x: number) => void,
  unit?: string,
) => <NumberRowOf label={label} value={value} usual={value} range={range} unit={unit} onChange={onChange} />;

function Lengths({ points, onChange }: Pick<Prompts, "points"> & { onChange(points: Prompts["points"]): void }) {
  const say = useSection(segmentWords);
  return (
    <NumberRows<Prompts["points"][number]>
      rows={points}
      columns={[
        {
          label: say("tokens"),
          unit: "tok",
          range: [1, 1e7],
          of: (r) => r.tokens,
          with: (r, tokens) => ({ ...r, tokens }),
        },
        { label: say("share"), range: [1e-6, 1e6], of: (r) => r.share, with: (r, share) => ({ ...r, share }) },
      ]}
      add={say("addPoint")}
      remove={say("removePoint")}
      fresh={(last) => ({ tokens: 4 * (last?.tokens ?? 500), share: 1 })}
      onChange={onChange}
    />
  );
}

function HoursForm({ hours, onChange }: { readonly hours: Hours; onChange(change: Partial<Hours>): void }) {
  const say = useSection(segmentWords);
  const shapes: Shape[] = [
    ...(Object.keys(DAY_SHAPES) as Hours["shape"][]),
    ...(hours.byHour ? ["byHour" as const] : []),
  ];
  return (
    <div className="form">
      <Select
        label={say("shape")}
        options={shapes.map((id) => [id, say(id)])}
        value={hours.byHour ? "byHour" : hours.shape}
        onChange={(shape) => shape !== "byHour" && onChange({ shape, byHour: null })}
      />
      {row(say("weekend"), hours.weekend, [0, 100], (weekend) => onChange({ weekend }))}
      <ZoneField
        label={say("zone")}
        problem={say("noZone")}
        value={hours.zone}
        onChange={(zone) => onChange({ zone })}
      />
    </div>
  );
}
