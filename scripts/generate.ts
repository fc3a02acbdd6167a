// npm run generate: the files made from the code, so that they cannot say something else. A test holds them to it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { BACKTEST_RESULT, backtestText } from "./backtest.ts";
import { generated } from "./generated.ts";
import { KERNEL_MODULE, kernelModuleText } from "./kernel.ts";

const root = join(import.meta.dirname, "..");
const files = { ...generated(), [KERNEL_MODULE]: await kernelModuleText(), [BACKTEST_RESULT]: backtestText() };
for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
