interface Row {
  readonly what: string;
  readonly schedules: number;
  readonly counts: readonly (readonly [fault: string, times: number])[];
}

/** What was tried and what came of it, in Markdown. */
export function faultTable(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ what, schedules, counts }) =>
    counts.map(
      ([fault, times], k) => `| ${k === 0 ? `${what} (${schedules} schedules)` : ""} | ${fault} | ${times} | 0 |`,
    ),
  );
  return `${HEAD}${lines.join("\n")}\n`;
}

const HEAD = `# Faults tried

Written by what tried them, \`test/slow/faults.test.ts\`: each schedule is drawn from a number, its seed, and ends when
the work is whole. A run that was lost, doubled or altered would have failed the test. One seed again:

\`\`\`sh
PRICEWAR_FAULTS=1 PRICEWAR_SEED=7 npx vitest run --project slow test/slow/faults.test.ts
\`\`\`

Ten thousand: \`PRICEWAR_FAULTS=3500\`; with \`PRICEWAR_FAULTS_TABLE=1\` this page is written anew. Beside these,
classes on a faulty network (\`test/slow/class-faults.test.ts\`), a Redis that is killed and comes back empty
(\`test/slow/queue-lost.test.ts\`), a worker that is killed (\`test/slow/queue.test.ts\`).

| what must hold | fault | times | runs lost, doubled or altered |
| --- | --- | ---: | ---: |
`;
