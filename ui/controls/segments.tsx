import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly text: string }[];
  readonly value: T;
  onChange(value: T): void;
}

/** One of a few, all in sight. */
export const Segments = <T extends string>({ label, options, value, onChange }: Props<T>) => (
  <ToggleButtonGroup
    aria-label={label}
    className="segments"
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={([key]) => onChange(key as T)}
  >
    {options.map(({ id, text }) => (
      <ToggleButton key={id} id={id}>
        {text}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
