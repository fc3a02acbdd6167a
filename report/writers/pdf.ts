import { manifestFor } from "../document/manifest.ts";
import { printedPage } from "./html/page.ts";
import { attached } from "./pdf/attach.ts";
import { type Writer, utf8 } from "./writer.ts";

/** Tagged, paged, with the manifest attached as a file. */
export const pdf: Writer = {
  id: "pdf",
  extension: "pdf",
  label: { en: "PDF", zh: "PDF" },
  async write(document, host, base) {
    const printed = await host.print(printedPage(document));
    const manifest = utf8(JSON.stringify(manifestFor(document.manifest, "pdf"), null, 1));
    return [{ name: `${base}.pdf`, bytes: attached(printed, { name: "manifest.json", bytes: manifest }) }];
  },
};
