// npm start: installs, builds, runs the China-2024 scenario, prints the headline answers, serves the app.
import { build } from "./build.mjs";

build();
process.argv.splice(2, 0, "start");
await import("../dist/cli/main.js");
