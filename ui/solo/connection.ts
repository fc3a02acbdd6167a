import { type ClassFacts, factsOf } from "../../engine/class/index.ts";
import { observable } from "../store/observable.ts";
import { task } from "./task.ts";

/** Stands in for a class's line: the facts are in the page. */
export const facts = observable<ClassFacts | null>(task.kind === "game" ? factsOf(task.plan) : null);
