import { it } from "vitest";
import { survives } from "../support/faulty-network.ts";

it("500 schedules of lost, doubled, late messages and broken lines lose, double and alter no decision", () =>
  survives(500));
