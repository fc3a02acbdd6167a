import { type RefObject, useState } from "react";
import { Button } from "react-aria-components";
import type { ReportDocument } from "../../../report/document/model.ts";
import { baseName, type Writer, writers } from "../../../report/writers/index.ts";
import { useSection } from "../../i18n/index.ts";
import { browserHost } from "./host.ts";
import { report } from "./words.ts";
import { download } from "../../store/files.ts";

interface Props {
  readonly document: ReportDocument | null;
  readonly frame: RefObject<HTMLIFrameElement | null>;
}

/** Every format a browser can make; paper by its own dialogue. */
export function Exports({ document, frame }: Props) {
  const say = useSection(report);
  const [making, setMaking] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const make = async (writer: Writer) => {
    if (!document) return;
    setMaking(writer.id);
    setError(null);
    try {
      const artefacts = await writer.write(document, browserHost(say("noRuntime")), baseName(document));
      for (const { name, bytes } of artefacts) download(name, bytes as Uint8Array<ArrayBuffer>);
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
    }
    setMaking(null);
  };
  const still = !document || making !== null;
  return (
    <section aria-label={say("download")}>
      <h2>{say("download")}</h2>
      <div className="formats">
        <Button className="button" isDisabled={still} onPress={() => frame.current?.contentWindow?.print()}>
          {say("print")}
        </Button>
        {writers
          .list()
          .filter(({ id }) => id !== "pdf")
          .map((writer) => (
            <Button
              key={writer.id}
              className="button"
              data-format={writer.id}
              isDisabled={still}
              onPress={() => void make(writer)}
            >
              {making === writer.id ? say("making", { format: say(writer.label) }) : say(writer.label)}
            </Button>
          ))}
      </div>
      {error !== null && <p role="alert">{say("failed", { why: error })}</p>}
      {document && (
        <>
          <h2>{say("command")}</h2>
          <code>{document.manifest.command}</code>
        </>
      )}
    </section>
  );
}
