import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KERNEL_MODULE, kernelModuleText } from "../../scripts/kernel.ts";

test("the kernel shipped is the one its source compiles to (npm run generate)", async () => {
  expect(readFileSync(join(import.meta.dirname, "../..", KERNEL_MODULE), "utf8")).toBe(await kernelModuleText());
});
