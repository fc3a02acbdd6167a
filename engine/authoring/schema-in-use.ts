import { registrations } from "../registry.ts";
import { builders } from "./builders.ts";
import type { Context } from "./context.ts";
import { scenarioSchema } from "./schema.ts";
import { fromYuan } from "./yuan.ts";

/** The context of the file that is being read: the schema asks it then, not when it is built. */
class ContextInUse implements Context {
  now!: Context;
  get money() {
    return this.now.money;
  }
  get currencies() {
    return this.now.currencies;
  }
  get parameters() {
    return this.now.parameters;
  }
  get clock() {
    return this.now.clock;
  }
  get records() {
    return this.now.records;
  }
  get doubts() {
    return this.now.doubts;
  }
}

const inUse = new ContextInUse();
const built = new Map<string, ReturnType<typeof scenarioSchema>>();
const MOST = 8;

/**
 * The schema, for one file until the next is read. Building it takes three times as long as reading a file, and
 * nothing in it depends on the file but the currencies that have a rate, what a yuan is (for amounts left out), and the
 * plugins that there are.
 */
export function schemaFor(context: Context): ReturnType<typeof scenarioSchema> {
  inUse.now = context;
  const key = `${registrations()} ${fromYuan(1, context.money)} ${context.currencies.join(" ")}`;
  const known = built.get(key);
  if (known) return known;
  if (built.size >= MOST) built.clear();
  const schema = scenarioSchema(builders(inUse));
  built.set(key, schema);
  return schema;
}
