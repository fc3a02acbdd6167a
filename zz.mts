import { launch } from "./test/support/page.ts";
