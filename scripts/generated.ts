import { designJsonSchema, scenarioJsonSchema } from "../engine/authoring.ts";
import { dependenciesPage } from "./dependencies.ts";
import { fieldsPage } from "./fields-page.ts";
import { mechanisms, tariffMechanisms } from "../engine/index.ts";

/** Every file made from the code, by path from the root. */
export const generated = (): Readonly<Record<string, string>> => ({
  "scenarios/schema.json": `${JSON.stringify(scenarioJsonSchema(), null, 1)}\n`,
  "scenarios/design-schema.json": `${JSON.stringify(designJsonSchema(), null, 1)}\n`,
  "docs/fields.md": fieldsPage("en"),
  "docs/fields.zh.md": fieldsPage("zh"),
  "docs/mechanisms.md": mechanismsPage(),
  "docs/dependencies.md": dependenciesPage(),
});

/** What the article claims, and where each claim works. */
function mechanismsPage(): string {
  return `# The 24 mechanisms

What the source article ([its claims](source-article.md)) says drives the price war, and where each works in the engine.
\`off: [M-16]\` in a scenario switches one off: its entry in \`engine/mechanisms/\` rewrites the scenario without it.
\`test/theory/mechanisms.test.ts\` shows each at work and stopped; those of cost also in
\`test/theory/technology.test.ts\`, those of conduct in \`test/theory/strategies/\`.

| id | mechanism | where | set by |
| --- | --- | --- | --- |
${mechanisms.map(row).join("\n")}

## Tariffs and plans

How buyers answer them; \`off: [T-1]\` switches one off. \`test/theory/tariffs\` shows each at work and stopped.

| id | mechanism | where | set by |
| --- | --- | --- | --- |
${tariffMechanisms.map(row).join("\n")}
`;
}

function row({ id, title, claim, files, parameters }: (typeof mechanisms)[number]): string {
  const links = files.map((f) => `[${f.split("/").at(-1)}](../${f})`);
  const set = parameters.map((p) => `\`${p}\``);
  return `| ${id} | **${title.en}** ${title.zh}<br>${claim.en} | ${links.join(", ")} | ${set.join(", ")} |`;
}
