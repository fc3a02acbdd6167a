import { expose } from "./comlink.ts";
import { type CaseFile, validate, type Verdict } from "../engine/validation.ts";

/** Holds published cases against the engine, off the page's thread. */
export interface Validator {
  check(file: CaseFile): Verdict;
}

const validator: Validator = {
  check(file) {
    const work = validate(file);
    let step = work.next();
    while (!step.done) step = work.next();
    return step.value;
  },
};

expose(validator);
