// In a checkout the worker's entry is TypeScript; tsx does not reach worker_threads entries on Node 20 by itself.
import { register } from "tsx/esm/api";

register();
await import("./worker-node.ts");
