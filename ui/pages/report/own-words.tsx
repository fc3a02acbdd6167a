import { useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { useSection } from "../../i18n/index.ts";
import type { Own } from "../../store/report-inputs.ts";
import { report } from "./words.ts";

interface Props {
  readonly value: Own;
  onChange(next: Own): void;
}

const MOST_BYTES = 300_000;

export function OwnWords({ value, onChange }: Props) {
  const say = useSection(report);
  const [large, setLarge] = useState(false);
  const load = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    setLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) onChange({ ...value, logo: await dataUrl(file) });
  };
  return (
    <fieldset className="own-words">
      <legend>{say("own")}</legend>
      <label>
        {say("ownTitle")}
        <input type="text" value={value.title} onChange={(e) => onChange({ ...value, title: e.target.value })} />
      </label>
      <label>
        {say("ownNote")}
        <textarea rows={2} value={value.note} onChange={(e) => onChange({ ...value, note: e.target.value })} />
      </label>
      <FileTrigger acceptedFileTypes={["image/png", "image/jpeg"]} onSelect={(files) => void load(files)}>
        <Button className="button">{say(value.logo ? "otherLogo" : "ownLogo")}</Button>
      </FileTrigger>
      {value.logo && (
        <Button className="link" onPress={() => onChange({ ...value, logo: null })}>
          {say("noLogo")}
        </Button>
      )}
      {large && <p role="alert">{say("largeLogo")}</p>}
    </fieldset>
  );
}

const dataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(new Error("the picture cannot be read")));
    reader.readAsDataURL(file);
  });
