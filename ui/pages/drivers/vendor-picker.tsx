import type { Scenario } from "../../../engine/index.ts";
import { vendorName } from "../../../words/names.ts";
import { Picker } from "../../controls/picker.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { drivers } from "./words.ts";

interface Props {
  readonly scenario: Scenario;
  readonly value: string;
  onChange(id: string): void;
}

/** Vendors that sell anything. */
export const sellers = ({ vendors }: Scenario): string[] =>
  Object.keys(vendors).filter((v) => Object.values(vendors[v].products).some((p) => !p.reference));

export function VendorPicker({ scenario, value, onChange }: Props) {
  const say = useSection(drivers);
  const lang = useLanguage();
  const options = sellers(scenario).map((id) => ({ id, text: vendorName(scenario, id, lang) }));
  return <Picker label={say("vendor")} options={options} value={value} onChange={onChange} />;
}
