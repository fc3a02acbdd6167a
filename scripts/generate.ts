// npm run generate: the files made from the code, so that they cannot say something else. A test holds them to it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generated } from "./generated.ts";

const root = join(import.meta.dirname, "..");
for (const [file, text] of Object.entries(generated())) writeFileSync(join(root, file), text);
