interface Row {
  readonly name: string;
  readonly before: number;
  readonly tried: number;
  readonly survived: number;
}

/** Doors whose tries are tests of their own: what they try, how often it was tried first, where it is tried now. */
const ELSEWHERE: readonly (readonly [door: string, before: number, where: string])[] = [
  ["Texts mutated: scenario, design, formula, link, table", 1481, "`test/slow/fuzz.test.ts`"],
  ["Files of reports with hostile names", 24, "`test/cli/hostile.test.ts`, `test/slow/report-edges.test.ts`"],
  ["Crash, torn write, full disk, turned bit, dead worker, with resume", 53, "`test/slow/faults.test.ts`"],
  ["Interrupted by hand", 3, "`test/cli/cli.test.ts`"],
  ["Redis absent, emptied, its worker killed", 10, "`test/slow/queue.test.ts`, `test/slow/queue-lost.test.ts`"],
  ["Requests: ranges, methods, addresses, failing answers", 47, "`test/unit/door.test.ts`"],
];

const HEAD = `# Doors tried

Written by what tried them, \`test/slow/doors.test.ts\` (\`PRICEWAR_DOORS_TABLE=1\` writes this page anew).
Whatever is tried has survived when it was done, or refused in words: exit code 0 or 2, no trace of the program,
no raw error of the platform, no NaN, no code that a terminal would obey, no wait. "First" is how often each was
tried when the first round found its twenty faults; most of those, and what later rounds found, have tests beside
the code that was mended.

| door | first | tried | survived |
| --- | ---: | ---: | ---: |
`;

const line = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |\n`;

export const doorsPage = (rows: readonly Row[]): string =>
  `${HEAD}${rows.map(({ name, before, tried, survived }) => line(name, before, tried, survived)).join("")}
These are tried by tests of their own, which fail at the first that does not survive:

| door | first | where |
| --- | ---: | --- |
${ELSEWHERE.map((cells) => line(...cells)).join("")}`;
