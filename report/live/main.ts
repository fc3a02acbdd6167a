/**
 * The script inside an HTML report has two roles: in the page it answers the pointer, draws sliders and asks for runs;
 * as a worker, started from a blob of the same text, it runs them. Neither needs a network.
 */
import { expose, transfer } from "../../workers/comlink.ts";
import { createService } from "../../workers/service.ts";
import { startPage } from "./page.ts";

if (typeof document === "undefined") expose(createService(transfer));
else startPage();
