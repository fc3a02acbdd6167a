import { type Problem, ScenarioErrors, unknownName } from "../text/errors.ts";
import { toProblems } from "./issues.ts";
import { locate } from "./locate.ts";
import { fail, type Located, nodeAt, plain } from "./located.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";
import { parseOutput } from "../experiments/outputs.ts";
import { parseStatement } from "../experiments/statement.ts";
import { type OpenTable, withFiles } from "./design-files.ts";
import { namedOutputs, noOutput, outputProblem } from "./design-named-outputs.ts";
import type { DesignFile } from "./design-file.ts";
import { emptyStatement } from "./output-bounds.ts";
import { designSchema } from "./design-schema.ts";

/** A design file as read: checked by itself, not yet against its scenario. */
export interface OpenDesign {
  readonly file: DesignFile;
  readonly root: Located; // knows the line and column of every value
}

/**
 * @param open reads a table that the design names, next to it
 * @throws ScenarioErrors with file, line and column.
 */
export function readDesign(text: string, file: string, open?: OpenTable): OpenDesign {
  const root = withFiles(locate(text, file), open);
  const result = designSchema.safeParse(plain(root));
  if (!result.success) throw new ScenarioErrors(toProblems(result.error.issues, designSchema, root));
  const problems = [...axisProblems(result.data), ...outputProblems(result.data)];
  if (problems.length > 0)
    throw new ScenarioErrors(problems.map(({ path, text: words }) => problemAt(root, path, words)));
  return { file: result.data, root };
}

type Path = readonly (string | number)[];
type Wrong = { readonly path: Path; readonly text: Text };

const problemAt = (root: Located, path: Path, text: Text): Problem => ({
  place: nodeAt(root, path).place,
  path,
  text,
});

export const failAt = (root: Located, path: Path, text: Text): ScenarioErrors =>
  fail(nodeAt(root, path).place, text, path);

function axisProblems({ parameters }: DesignFile): Wrong[] {
  const seen = new Set<string>();
  return parameters.flatMap(({ path, lever, range, values }, k) => {
    const at = ["parameters", k];
    const name = path ?? lever ?? "";
    if (seen.has(name)) return [{ path: at, text: twice(name) }];
    seen.add(name);
    if ((path === undefined) === (lever === undefined))
      return [{ path: at, text: { en: "say either path or lever", zh: "path 与 lever 须写一个，且只写一个" } }];
    if (range && values)
      return [{ path: at, text: { en: "say either range or values", zh: "range 与 values 只能写一个" } }];
    return [];
  });
}

const twice = (name: string): Text => ({
  en: `${name} is there twice: the later one would win in silence`,
  zh: `${name} 出现了两次，后者会悄悄覆盖前者`,
});

const outputProblems = (file: DesignFile): Wrong[] => [
  ...namedOutputs(file).flatMap(([path, id]) => (parseOutput(id) === null ? [{ path, text: noOutput(id) }] : [])),
  ...file.subject.flatMap((text, k) =>
    parseStatement(text) ? [] : [{ path: ["subject", k], text: noStatement(text) }],
  ),
];

const noStatement = (text: string): Text => ({
  en: `“${text}” is no condition; write vendors.<id>.grossMargin:min >= 20 %`,
  zh: `“${text}”不是条件；应写作 vendors.<厂商>.grossMargin:min >= 20 %`,
});

/** Outputs that the scenario has not, before any run fails on them. @throws ScenarioErrors, located. */
export function checkOutputs({ file, root }: OpenDesign, scenario: Scenario): void {
  const named = namedOutputs(file).map(([path, id]) => ({ path, text: outputProblem(scenario, id) }));
  const asked = file.subject.map((text, k) => ({ path: ["subject", k], text: emptyStatement(parseStatement(text)!) }));
  const problems = [...named, ...asked].flatMap(({ path, text }) => (text ? [problemAt(root, path, text)] : []));
  if (problems.length > 0) throw new ScenarioErrors(problems);
}

/** The text if the registry has it. @throws ScenarioErrors at the place where the design says it. */
export function oneOf(root: Located, path: Path, name: string, valid: readonly string[], what: Text): string {
  if (valid.includes(name)) return name;
  throw failAt(root, path, unknownName(what, name, valid));
}
