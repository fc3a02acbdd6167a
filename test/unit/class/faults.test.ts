import { it } from "vitest";
import { survives } from "../../support/faulty-network.ts";

it("lost, doubled, late messages and broken lines lose, double and alter no decision", () => survives(60));
