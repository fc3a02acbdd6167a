import { whole } from "../phrases.ts";
import { differences } from "../differences.ts";
import type { Block, Sentence } from "../model.ts";
import type { SectionKind } from "../section.ts";
import { day, name, of, plain, sentence } from "../sentence.ts";

const MOST = 6; // differences listed one by one

/** What was simulated, and what differs from the baseline. */
export const setup: SectionKind = {
  id: "setup",
  label: { en: "Scenario and what differs", zh: "情景与差异" },
  heading: { en: "The scenario, and what differs", zh: "情景，以及与基准的差异" },
  build({ evidence, subject, baseline, lang }) {
    const zh = lang === "zh";
    const { scenario } = subject;
    const [vendors, products] = [subject.recordings[0].vendorIds.length, subject.recordings[0].productIds.length];
    const agents = evidence.value("A/scenario.demand.agents", whole);
    const [from, to] = [day(scenario.clock.start, lang), day(scenario.clock.end, lang)];
    const size = { vendors: name(String(vendors)), products: name(String(products)) };
    const about = scenario.description ? [plain(scenario.description[lang])] : [];
    const shape = zh
      ? sentence`${size.vendors} 家厂商、${size.products} 款产品、${agents} 个模拟用户，${from}至${to}。`
      : sentence`${size.vendors} ${vendors === 1 ? "vendor" : "vendors"}, ${size.products} ${products === 1 ? "product" : "products"}, ${agents} simulated users, ${from} to ${to}.`;
    const prose: Block = { kind: "prose", sentences: [...about, shape] };
    if (!baseline) return [prose];
    const found = differences(scenario, baseline.scenario, lang);
    const rest = found.length - MOST;
    const more: Sentence[] =
      rest > 0
        ? [
            of(
              zh
                ? `另有 ${rest} 处，见清单中的完整情景。`
                : `and ${rest} more; the manifest holds both scenarios in full.`,
            ),
          ]
        : [];
    const title = name(baseline.scenario.title[lang]);
    if (found.length === 0)
      return [
        prose,
        { kind: "prose", sentences: [zh ? sentence`与“${title}”完全相同。` : sentence`It is the same as “${title}”.`] },
      ];
    const lead: Block = {
      kind: "prose",
      sentences: [zh ? sentence`与“${title}”相比：` : sentence`Against “${title}”:`],
    };
    return [prose, lead, { kind: "list", items: [...found.slice(0, MOST), ...more] }];
  },
};
