import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mechanisms } from "../../engine/index.ts";
import { generated } from "../../scripts/generated.ts";

const root = join(import.meta.dirname, "../..");

test("files made from the code say what the code says (npm run generate)", () => {
  for (const [file, text] of Object.entries(generated()))
    expect(readFileSync(join(root, file), "utf8"), file).toBe(text);
});
test("every file the mechanisms' table names exists", () => {
  for (const { files } of mechanisms) for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
});
