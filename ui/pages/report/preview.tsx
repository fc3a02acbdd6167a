import { type Ref, useState } from "react";
import type { ReportDocument } from "../../../report/document/model.ts";
import { printedPage } from "../../../report/writers/html/page.ts";
import { useSection } from "../../i18n/index.ts";
import { useMode } from "../../store/preferences.ts";
import { report } from "./words.ts";

/** Paper stays white; what it lies on is the app's. */
const AROUND = { light: "", dark: "@media screen { html { background: #0c0e12 } }" } as const;

interface Props {
  readonly document: ReportDocument;
  readonly frame: Ref<HTMLIFrameElement>;
}

/** The report as it will print, as tall as it is. A frame of its own: its styles are the paper's, not the app's. */
export function Preview({ document, frame }: Props) {
  const say = useSection(report);
  const mode = useMode();
  const [height, setHeight] = useState(1123);
  const fit = (element: HTMLIFrameElement) =>
    setHeight(Math.ceil(element.contentDocument?.documentElement.scrollHeight ?? 1123));
  return (
    <iframe
      ref={frame}
      title={say("preview")}
      sandbox="allow-same-origin allow-modals"
      srcDoc={printedPage(document).replace("</head>", `<style>${AROUND[mode]}</style></head>`)}
      style={{ height }}
      onLoad={(e) => fit(e.currentTarget)}
    />
  );
}
