import { join } from "node:path";
import asc from "assemblyscript/asc";

const FOLDER = join(import.meta.dirname, "../engine/demand/mixed-logit/wasm");

/** Where the compiled kernel lives, as text, so that it loads alike in Node, in bundles and in browsers' workers. */
export const KERNEL_MODULE = "engine/demand/mixed-logit/wasm/kernel.generated.ts";

/** Compiles the AssemblyScript kernel (MVP and 128-bit SIMD: no fused or relaxed operations) into a module's text. */
export async function kernelModuleText(): Promise<string> {
  const options = [
    "--runtime",
    "stub",
    "--enable",
    "simd",
    "-O3",
    "--converge",
    "--noAssert",
    "--importMemory",
    "--memoryBase",
    "64",
  ];
  const files = new Map<string, Uint8Array>();
  const { error, stderr } = await asc.main(
    ["assembly/index.ts", "--baseDir", FOLDER, ...options, "--outFile", "kernel.wasm"],
    { writeFile: (name, bytes) => void files.set(name, bytes as Uint8Array) },
  );
  if (error) throw new Error(`the kernel does not compile:\n${stderr.toString()}`, { cause: error });
  const base64 = Buffer.from(files.get("kernel.wasm")!).toString("base64");
  const lines = base64.match(/.{1,100}/g)!.map((line) => `  "${line}",`);
  return `// Made by npm run generate from assembly/. Do not edit.
export const kernelBytes: string = [
${lines.join("\n")}
].join("");
`;
}
