import { type Ref, useState } from "react";
import type { ReportDocument } from "../../../report/document/model.ts";
import { printedPage } from "../../../report/writers/html/page.ts";
import { useSection } from "../../i18n/index.ts";
import { report } from "./words.ts";

interface Props {
  readonly document: ReportDocument;
  readonly frame: Ref<HTMLIFrameElement>;
}

/** The report as it will print, as tall as it is. A frame of its own: its styles are the paper's, not the app's. */
export function Preview({ document, frame }: Props) {
  const say = useSection(report);
  const [height, setHeight] = useState(1123);
  const fit = (element: HTMLIFrameElement) =>
    setHeight(Math.ceil(element.contentDocument?.documentElement.scrollHeight ?? 1123));
  return (
    <iframe
      ref={frame}
      title={say("preview")}
      sandbox="allow-same-origin allow-modals"
      srcDoc={printedPage(document)}
      style={{ height }}
      onLoad={(e) => fit(e.currentTarget)}
    />
  );
}
