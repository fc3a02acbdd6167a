import { type Parameter, type ParameterTable, say } from "../../engine/index.ts";
import { setting } from "../../words/format.ts";
import { useWords } from "../i18n/index.ts";
import { tierWords, unitWords } from "../i18n/units.ts";
import { useApp } from "../store/app.ts";
import { useLanguage } from "../store/preferences.ts";
import { FormulaRow } from "./formula-row.tsx";
import { IconButton } from "./icon-button.tsx";
import { NumberInput } from "./number-input.tsx";

type Values = Readonly<Record<string, unknown>>;

interface Props {
  readonly table: ParameterTable;
  readonly values: Values; // in force
  readonly usual: Values; // before any change
  onChange(name: string, value: unknown): void;
}

/** A form made from a plugin's own parameter table: a new plugin needs no form of its own. */
export function ParameterForm({ table, values, usual, onChange }: Props) {
  const say = useWords();
  const shown = Object.entries(table).filter(([, p]) => p.type in FIELDS);
  if (shown.length === 0) return <p className="sub">{say("vendor.none")}</p>;
  return (
    <div className="form">
      {shown.map(([name, parameter]) => {
        const Field = FIELDS[parameter.type]!;
        return (
          <Field
            key={name}
            parameter={parameter}
            value={values[name]}
            usual={usual[name]}
            onChange={(value) => onChange(name, value)}
          />
        );
      })}
    </div>
  );
}

interface FieldProps {
  readonly parameter: Parameter;
  readonly value: unknown;
  readonly usual: unknown;
  onChange(value: unknown): void;
}

/** One field a kind of parameter. Kinds without one (schedules, price lists) have tools of their own. */
const FIELDS: Readonly<Partial<Record<Parameter["type"], (props: FieldProps) => React.ReactNode>>> = {
  number: NumberRow,
  integer: NumberRow,
  boolean: BooleanRow,
  choice: ChoiceRow,
  text: TextRow,
  formula: FormulaRow,
  "by-tier": TierRows,
};

function NumberRow({ parameter, value, usual, onChange }: FieldProps) {
  const lang = useLanguage();
  return (
    <NumberRowOf
      label={say(parameter.label, lang)}
      help={parameter.help && say(parameter.help, lang)}
      unit={parameter.unit}
      range={parameter.range}
      whole={parameter.type === "integer"}
      value={Number(value)}
      usual={Number(usual)}
      onChange={onChange}
    />
  );
}

const useCurrency = (): string => useApp((s) => s.base?.scenario.currency ?? "CNY");

interface RowProps {
  readonly label: string;
  readonly help?: string;
  readonly unit?: string;
  readonly range?: readonly [number, number];
  readonly whole?: boolean;
  readonly value: number;
  readonly usual: number;
  onChange(value: number): void;
}

export function NumberRowOf({
  label,
  help,
  unit,
  range = [-Infinity, Infinity],
  whole,
  value,
  usual,
  onChange,
}: RowProps) {
  const say = useWords();
  const lang = useLanguage();
  const currency = useCurrency();
  return (
    <div className="form-row" title={help}>
      <span>{label}</span>
      <NumberInput label={label} value={value} range={range} whole={whole} onChange={onChange} />
      <span className="unit">{unitWords(unit, currency, lang)}</span>
      {value !== usual && Number.isFinite(usual) && (
        <IconButton
          icon="undo"
          label={`${label}: ${say("vendor.byDefault", { value: setting(usual) })}`}
          onPress={() => onChange(usual)}
        />
      )}
    </div>
  );
}

function TierRows({ parameter, value, usual, onChange }: FieldProps) {
  const lang = useLanguage();
  const tiers = (value ?? {}) as Readonly<Record<string, number>>;
  const before = (usual ?? {}) as Readonly<Record<string, number>>;
  return Object.keys(tiers).map((tier) => (
    <NumberRowOf
      key={tier}
      label={`${say(parameter.label, lang)} · ${tierWords(tier, lang)}`}
      unit={parameter.unit}
      range={parameter.range}
      value={tiers[tier]}
      usual={before[tier]}
      onChange={(x) => onChange({ ...tiers, [tier]: x })}
    />
  ));
}

function BooleanRow({ parameter, value, onChange }: FieldProps) {
  const lang = useLanguage();
  return (
    <label className="form-row">
      <span>{say(parameter.label, lang)}</span>
      <input type="checkbox" checked={Boolean(value)} onChange={(e) => onChange(e.target.checked)} />
    </label>
  );
}

function ChoiceRow({ parameter, value, onChange }: FieldProps) {
  const lang = useLanguage();
  return (
    <label className="form-row">
      <span>{say(parameter.label, lang)}</span>
      <select value={String(value)} onChange={(e) => onChange(e.target.value)}>
        {parameter.choices?.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  );
}

function TextRow({ parameter, value, onChange }: FieldProps) {
  const lang = useLanguage();
  return (
    <label className="form-row">
      <span>{say(parameter.label, lang)}</span>
      <input
        type="text"
        defaultValue={String(value ?? "")}
        onBlur={(e) => e.target.value !== value && onChange(e.target.value)}
      />
    </label>
  );
}
