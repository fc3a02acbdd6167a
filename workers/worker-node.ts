import { parentPort } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { expose, transfer } from "./comlink.ts";
import { importPluginOnNode } from "./plugins-node.ts";
import { createService } from "./service.ts";

if (!parentPort) throw new Error("worker-node.ts is a worker's entry, not a program");
expose(createService(transfer, importPluginOnNode), nodeEndpoint(parentPort));
