import type { Plugin } from "vite";
import { policyText } from "../server/door.ts";

/** The built page says its policy itself, for hosts that send none; the development page needs inline scripts. */
export const policyPlugin = (): Plugin => ({
  name: "pricewar-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: policyText() },
      injectTo: "head-prepend",
    },
  ],
});
