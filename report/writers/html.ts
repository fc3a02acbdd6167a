import { livePage } from "./html/page.ts";
import { utf8, type Writer } from "./writer.ts";

export const html: Writer = {
  id: "html",
  extension: "html",
  label: { en: "Web page, interactive", zh: "网页，可交互" },
  async write(document, host, base) {
    return [{ name: `${base}.html`, bytes: utf8(livePage(document, await host.runtime())) }];
  },
};
