interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [id: T, text: string])[];
  readonly value: T;
  onChange(value: T): void;
}

/** One of a few, as a row of a form. */
export const Select = <T extends string>({ label, options, value, onChange }: Props<T>) => (
  <label className="form-row">
    <span>{label}</span>
    <select value={value} onChange={(e) => onChange(e.target.value as T)}>
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
