import { type Language, say } from "../../../engine/index.ts";
import { lazy, Suspense, useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { IconButton } from "../../controls/icon-button.tsx";
import { useSection } from "../../i18n/index.ts";
import { open, session } from "../../store/app.ts";
import { baseOf } from "../../store/bases.ts";
import { sessionOf } from "../../store/choices.ts";
import { FILES, pricesIn } from "../../store/brought.ts";
import { downloadText, MAX_BYTES, TOO_LARGE, textOf } from "../../store/files.ts";
import { type Mine, putBack, removeMine, renameMine, saveMine, useMine } from "../../store/mine.ts";
import { useLanguage } from "../../store/preferences.ts";
import { freshSession, OWN } from "../../store/session.ts";
import type { Brought } from "../../store/price-file.ts";
import { priceFileWords } from "./price-file-words.ts";
import { scenariosWords } from "./scenarios-words.ts";

/** Readers of price files come with who brings one. */
const PricePreview = lazy(() => import("./price-preview.tsx"));
const PricePaste = lazy(() => import("./price-paste.tsx"));

/** Scenarios the person keeps: saved under a name, renamed, deleted, taken out and brought in as files. */
export function MyScenarios({ onDone }: { onDone(): void }) {
  const say = useSection(scenariosWords);
  const sayPrices = useSection(priceFileWords);
  const mine = useMine();
  const [pasting, setPasting] = useState(false);
  const [brought, setBrought] = useState<Brought | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [gone, setGone] = useState<readonly Mine[] | null>(null); // the list before the last deletion
  const tellStored = (stored: boolean, good: string | null) => setTold(stored ? good : say("notStored"));
  return (
    <section>
      <h3>{say("mine")}</h3>
      <SaveForm
        onSaved={(stored) => tellStored(stored, say("saved"))}
        onTold={setTold}
        onPrices={(found) => (setPasting(false), setBrought(found))}
        onPaste={() => setPasting(!pasting)}
      />
      <Suspense fallback={<p className="sub">{sayPrices("reading")}</p>}>
        {pasting && <PricePaste onPrices={(found) => (setPasting(false), setBrought(found))} />}
        {brought && (
          <PricePreview
            key={brought.name}
            brought={brought}
            done={sayPrices("make")}
            onText={(own, base) => {
              void open({ ...freshSession(OWN), own, baseline: base });
              onDone();
            }}
          />
        )}
      </Suspense>
      <p className="told">
        <output>{told}</output>{" "}
        {gone && (
          <Button className="link" onPress={() => (tellStored(putBack(gone), null), setGone(null))}>
            {say("restore")}
          </Button>
        )}
      </p>
      {mine.length === 0 && !brought && <p className="sub">{say("none")}</p>}
      <ul className="mine">
        {mine.map((kept) => (
          <MineRow
            key={kept.id}
            kept={kept}
            onDone={onDone}
            onRemove={() => {
              setGone(mine);
              tellStored(removeMine(kept.id), say("removed", { name: kept.name }));
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface SaveProps {
  onSaved(stored: boolean): void;
  onTold(text: string): void;
  onPrices(brought: Brought): void;
  onPaste(): void;
}

function SaveForm({ onSaved, onTold, onPrices, onPaste }: SaveProps) {
  const say = useSection(scenariosWords);
  const sayPrices = useSection(priceFileWords);
  const lang = useLanguage();
  const [name, setName] = useState("");
  const load = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const prices = await pricesIn(file);
    if (prices) return onPrices(prices);
    const why = await importFile(file, lang);
    if (why === null) onSaved(true);
    else onTold(say("cannotImport", { file: file.name, why }));
  };
  return (
    <form
      className="save-mine"
      onSubmit={(e) => {
        e.preventDefault();
        if (name.trim() === "") return;
        void saveMine(name.trim(), session()).then(onSaved);
        setName("");
      }}
    >
      <label>
        {say("saveLabel")}
        <input type="text" value={name} maxLength={80} onChange={(e) => setName(e.target.value)} />
      </label>
      <button type="submit" className="button primary" disabled={name.trim() === ""}>
        {say("save")}
      </button>
      <FileTrigger acceptedFileTypes={FILES} onSelect={(files) => void load(files)}>
        <Button className="button">{say("import")}</Button>
      </FileTrigger>
      <Button className="button" onPress={onPaste}>
        {sayPrices("paste")}
      </Button>
    </form>
  );
}

/** Keeps a scenario file under its own title; what is wrong with it otherwise. */
async function importFile(file: File, lang: Language): Promise<string | null> {
  if (file.size > MAX_BYTES) return say(TOO_LARGE, lang);
  const { readOwn, ScenarioErrors } = await import("../../store/own.ts");
  const text = await textOf(file);
  try {
    const { scenario } = readOwn(text);
    await saveMine(say(scenario.title, lang), { ...freshSession(OWN), own: text, baseline: session().baseline });
    return null;
  } catch (error) {
    if (error instanceof ScenarioErrors) return error.format(lang);
    throw error;
  }
}

interface RowProps {
  readonly kept: Mine;
  onDone(): void;
  onRemove(): void;
}

function MineRow({ kept, onDone, onRemove }: RowProps) {
  const say = useSection(scenariosWords);
  const { name } = kept;
  const turn = async () => {
    await open(await sessionOf(kept));
    onDone();
  };
  const save = async () => {
    const s = await sessionOf(kept);
    const [{ sessionYaml }, { scenario }] = await Promise.all([import("../../store/session-yaml.ts"), baseOf(s)]);
    downloadText(`${name.replace(/[^\p{L}\p{N}-]+/gu, "-")}.yaml`, "text/yaml", sessionYaml(s, scenario, name));
  };
  return (
    <li>
      <input
        type="text"
        aria-label={say("rename", { name })}
        defaultValue={name}
        maxLength={80}
        onBlur={(e) => e.target.value.trim() && e.target.value !== name && renameMine(kept.id, e.target.value.trim())}
        onKeyDown={(e) => e.key === "Enter" && e.currentTarget.blur()}
      />
      <Button className="button" aria-label={say("open", { name })} onPress={() => void turn()}>
        {say("openShort")}
      </Button>
      <Button className="link" aria-label={say("exported", { name })} onPress={() => void save()}>
        {say("exportShort")}
      </Button>
      <IconButton icon="close" label={say("remove", { name })} onPress={onRemove} />
    </li>
  );
}
