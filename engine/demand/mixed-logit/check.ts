import type { MixedLogit } from "../../scenario/scenario.ts";
import type { Finding } from "../../text/errors.ts";

/** What the schema cannot see: numbers that contradict each other. */
export function checkPeople(d: MixedLogit): Finding[] {
  const found: Finding[] = [];
  if (d.outputShare.from > d.outputShare.to)
    found.push({ path: ["demand", "outputShare"], text: { en: "from is above to", zh: "from 大于 to" } });
  if (Object.keys(d.segments).length === 0)
    found.push({
      path: ["demand", "segments"],
      text: { en: "at least one segment is needed", zh: "至少要有一个人群" },
    });
  for (const [id, { qualityFloor }] of Object.entries(d.segments)) {
    const sum = qualityFloor.reduce((total, { share }) => total + share, 0);
    if (sum > 1 + 1e-9)
      found.push({
        path: ["demand", "segments", id, "qualityFloor"],
        text: {
          en: `the shares add up to ${sum.toFixed(3)}, more than 1`,
          zh: `各份额之和为 ${sum.toFixed(3)}，超过 1`,
        },
      });
  }
  return found;
}
