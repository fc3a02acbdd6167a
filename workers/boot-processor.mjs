// In a checkout the processor is TypeScript; tsx does not reach worker_threads entries on Node 20 by itself.
import { register } from "tsx/esm/api";

register();
const { default: process } = await import("./queue-processor.ts");
export default process;
