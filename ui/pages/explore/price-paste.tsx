import { useState } from "react";
import { Button } from "react-aria-components";
import { useSection } from "../../i18n/index.ts";
import { type Brought, pastedPrices } from "../../store/price-file.ts";
import { priceFileWords } from "./price-file-words.ts";

/** A place for a table from a spreadsheet. */
export default function PricePaste({ onPrices }: { onPrices(brought: Brought): void }) {
  const say = useSection(priceFileWords);
  const [text, setText] = useState("");
  const [told, setTold] = useState<string | null>(null);
  const read = () => {
    const found = pastedPrices(say("pasted"), text);
    setTold(found ? null : say("noPrices"));
    if (found) onPrices(found);
  };
  return (
    <div className="price-paste">
      <textarea
        aria-label={say("pasteHere")}
        placeholder={say("pasteHere")}
        spellCheck={false}
        rows={6}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      <Button className="button" isDisabled={text.trim() === ""} onPress={read}>
        {say("read")}
      </Button>
      {told && <p role="alert">{told}</p>}
    </div>
  );
}
