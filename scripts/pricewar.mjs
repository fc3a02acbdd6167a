// npm run pricewar -- <verb>: the command line in a checkout; builds first where needed.
import { build } from "./build.mjs";

build();
await import("../dist/cli/main.js");
