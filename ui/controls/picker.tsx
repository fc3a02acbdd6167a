import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from "react-aria-components";
import { Icon } from "./icons.tsx";

interface Option {
  readonly id: string;
  readonly text: string;
  readonly detail?: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly note?: string; // next to the value: edited
  onChange(id: string): void;
}

/** One of many, each with a line of detail. */
export const Picker = ({ label, options, value, note, onChange }: Props) => (
  <Select className="picker" value={value} onChange={(key) => onChange(String(key))}>
    <Label>{label}</Label>
    <Button>
      <SelectValue>
        {() => (
          <>
            <b>{options.find((o) => o.id === value)?.text.split(/[:：]/)[0]}</b>
            {note && <span className="note"> {note}</span>}
          </>
        )}
      </SelectValue>
      <Icon name="chevron" />
    </Button>
    <Popover className="popover list">
      <ListBox items={options}>
        {({ id, text, detail }) => (
          <ListBoxItem id={id} textValue={text}>
            <Text slot="label">{text}</Text>
            {detail && <Text slot="description">{detail}</Text>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
);
