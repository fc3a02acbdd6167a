import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * What a page that stands alone may do: run the one script that was put into it, known by its hash, and fetch nothing:
 * what is not in the file is not there. The worker is a blob of the file's own script.
 * @param connect where it may send what it has to say: nowhere unless given
 */
export function policyOf(script: string | null, connect = "'none'"): string {
  const own = script === null ? "'none'" : `'sha256-${hashOf(script)}' 'wasm-unsafe-eval' blob:`;
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src ${own}`,
    "worker-src blob:",
    "img-src data:",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** As browsers compare it: of the text between the tags, in base64. */
const hashOf = (script: string): string => btoa(String.fromCharCode(...sha256(utf8ToBytes(script))));
