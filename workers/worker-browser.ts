import { expose, transfer } from "./comlink.ts";
import { createService } from "./service.ts";

expose(createService(transfer));
