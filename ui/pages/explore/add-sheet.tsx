import { type Ref, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { type Scenario, segmentsOf, WINDOWS } from "../../../engine/index.ts";
import { fullName, vendorName } from "../../../words/names.ts";
import { DateField } from "../../controls/date-field.tsx";
import { Segments } from "../../controls/segments.tsx";
import { useSection } from "../../i18n/index.ts";
import { addPlan, addProduct, addSegment, addVendor, type NewProduct } from "../../store/additions.ts";
import { edit } from "../../store/app.ts";
import { useLanguage } from "../../store/preferences.ts";
import type { Session } from "../../store/session.ts";
import { addWords } from "./add-words.ts";
import { windowWords } from "../../../words/window-words.ts";
import { PriceField } from "./move-fields.tsx";
import { Select } from "./select.tsx";

const WINDOW_IDS = Object.keys(WINDOWS) as Draft["every"][];
const KINDS = ["vendor", "product", "plan", "segment"] as const;
type Kind = (typeof KINDS)[number];

interface Props {
  readonly scenario: Scenario; // as edited
  onDone(): void;
}

interface Draft {
  readonly name: string;
  readonly vendor: string; // whose copy, or whose product
  readonly product: string; // name of a new vendor's first one
  readonly like: string; // vendor.product
  readonly input: number;
  readonly output: number;
  readonly launch: string;
  readonly fee: number;
  readonly quota: number;
  readonly every: keyof typeof WINDOWS;
  readonly beyond: "stop" | "slow";
  readonly segment: string;
  readonly times: number;
}

const idsOf = ({ vendors }: Scenario): string[] =>
  Object.entries(vendors).flatMap(([v, { products }]) => Object.keys(products).map((p) => `${v}.${p}`));

function firstDraft(scenario: Scenario): Draft {
  const [like] = idsOf(scenario);
  const [vendor] = like.split(".");
  const { input, output } = scenario.vendors[vendor].products[like.slice(vendor.length + 1)].price;
  const [segment] = Object.keys(segmentsOf(scenario));
  const prices = { input: input ?? 1, output: output ?? input ?? 1 };
  const plan = { fee: 50, quota: 10, every: "week" as const, beyond: "stop" as const };
  return { name: "", vendor, product: "", like, ...prices, launch: scenario.clock.start, ...plan, segment, times: 1 };
}

/** The session with what was drafted put in. */
function added(kind: Kind, d: Draft, scenario: Scenario, s: Session): Session {
  const launch = d.launch <= scenario.clock.start ? null : d.launch;
  const product: NewProduct = { name: d.name, like: d.like, input: d.input, output: d.output, launch };
  if (kind === "vendor")
    return addVendor(s, scenario, d.name, d.vendor, { ...product, name: d.product || d.name }).session;
  if (kind === "product") return addProduct(s, scenario, d.vendor, product);
  if (kind === "plan") return addPlan(s, scenario, d.vendor, d);
  return addSegment(s, scenario, d.name, d.segment, d.times);
}

/** A vendor, a product, a plan or a segment, by a form: a copy of what there is under its own name and price. */
export default function AddSheet({ scenario, onDone }: Props) {
  const say = useSection(addWords);
  const [kind, setKind] = useState<Kind>("vendor");
  const [draft, setDraft] = useState(() => firstDraft(scenario));
  const [told, setTold] = useState("");
  const name = useRef<HTMLInputElement>(null);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  return (
    <form
      className="add-sheet"
      onSubmit={(e) => {
        e.preventDefault();
        edit((s) => added(kind, draft, scenario, s));
        setTold(say("done", { name: draft.name }));
        set({ name: "", product: "" });
        name.current?.focus(); // the button rests until there is a name: the focus would fall to the page
      }}
    >
      <Segments<Kind>
        label={say("kind")}
        options={KINDS.map((id) => ({ id, text: say(id) }))}
        value={kind}
        onChange={setKind}
      />
      <Text label={say("name")} value={draft.name} onChange={(typed) => set({ name: typed })} field={name} />
      {kind === "segment" ? (
        <SegmentFields draft={draft} scenario={scenario} set={set} />
      ) : (
        <ProductFields kind={kind} draft={draft} scenario={scenario} set={set} />
      )}
      <output>{told}</output>
      <div className="form-tools">
        <button type="submit" className="button primary" disabled={draft.name.trim() === ""}>
          {say("add")}
        </button>
        <Button className="button" onPress={onDone}>
          {say("close")}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly scenario: Scenario;
  set(change: Partial<Draft>): void;
}

function ProductFields({ kind, draft, scenario, set }: FieldsProps & { readonly kind: Kind }) {
  const say = useSection(addWords);
  const lang = useLanguage();
  const vendors = Object.keys(scenario.vendors).map((id) => [id, vendorName(scenario, id, lang)] as const);
  const products = idsOf(scenario).map((id) => [id, fullName(scenario, id, lang)] as const);
  return (
    <>
      <Select
        label={say(kind === "vendor" ? "like" : "of")}
        options={vendors}
        value={draft.vendor}
        onChange={(vendor) => set({ vendor })}
      />
      {kind === "vendor" && (
        <Text label={say("productName")} value={draft.product} onChange={(product) => set({ product })} />
      )}
      <Select label={say("productLike")} options={products} value={draft.like} onChange={(like) => set({ like })} />
      {kind === "plan" ? (
        <PlanFields draft={draft} scenario={scenario} set={set} />
      ) : (
        <>
          <Amount label={say("input")} value={draft.input} onChange={(input) => set({ input })} />
          <Amount label={say("output")} value={draft.output} onChange={(output) => set({ output })} />
          <label>
            {say("launch")}
            <DateField
              label={say("launch")}
              value={draft.launch}
              first={scenario.clock.start}
              last={scenario.clock.end}
              onChange={(launch) => set({ launch })}
            />
          </label>
        </>
      )}
    </>
  );
}

function PlanFields({ draft, scenario, set }: FieldsProps) {
  const say = useSection(addWords);
  const windows = useSection(windowWords);
  const ends = [
    ["stop", say("stop")],
    ["slow", say("slow")],
  ] as const;
  return (
    <>
      <Amount label={say("fee")} value={draft.fee} onChange={(fee) => set({ fee })} />
      <Amount label={say("quota")} value={draft.quota} onChange={(quota) => set({ quota })} />
      <Select
        label={say("every")}
        options={WINDOW_IDS.map((id) => [id, windows(id)] as const)}
        value={draft.every}
        onChange={(every) => set({ every })}
      />
      <Select label={say("beyond")} options={ends} value={draft.beyond} onChange={(beyond) => set({ beyond })} />
      <SegmentChoice label={say("buyers")} draft={draft} scenario={scenario} set={set} />
    </>
  );
}

function SegmentFields({ draft, scenario, set }: FieldsProps) {
  const say = useSection(addWords);
  return (
    <>
      <SegmentChoice label={say("segmentLike")} draft={draft} scenario={scenario} set={set} />
      <Amount label={say("times")} value={draft.times} onChange={(times) => set({ times })} />
    </>
  );
}

function SegmentChoice({ label, draft, scenario, set }: FieldsProps & { readonly label: string }) {
  const say = useSection(addWords);
  const options = Object.entries(segmentsOf(scenario)).map(([id, s]) => [id, say(s.label)] as const);
  return <Select label={label} options={options} value={draft.segment} onChange={(segment) => set({ segment })} />;
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly field?: Ref<HTMLInputElement>;
  onChange(value: string): void;
}

const Text = ({ label, value, field, onChange }: TextProps) => (
  <label>
    {label}
    <input ref={field} type="text" value={value} onChange={(e) => onChange(e.target.value)} />
  </label>
);

interface AmountProps {
  readonly label: string;
  readonly value: number;
  onChange(value: number): void;
}

const Amount = ({ label, value, onChange }: AmountProps) => (
  <label>
    {label}
    <PriceField label={label} value={value} onChange={onChange} />
  </label>
);
