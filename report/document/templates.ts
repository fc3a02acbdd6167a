import { Registry, type Text } from "../../engine/index.ts";

/** A choice of sections for one kind of reader. */
interface Template {
  readonly id: string;
  readonly label: Text;
  readonly description: Text;
  readonly sections: readonly string[];
  readonly newPages: readonly string[]; // sections that begin a printed page
  readonly board?: boolean; // for people who decide
  readonly untold?: boolean; // the finding is not given away before its reader has guessed
}

export const templates = new Registry<Template>("template", [
  {
    id: "board",
    label: { en: "Board paper", zh: "决策简报" },
    description: {
      en: "Two pages and five slides about what is in focus: what was changed, the answer, why, how sure.",
      zh: "两页纸、五张幻灯片，只谈关注的对象：改了什么、结论、原因、把握。",
    },
    sections: ["changes", "focus", "so-what", "prices"],
    newPages: ["so-what"],
    board: true,
  },
  {
    id: "brief",
    label: { en: "Brief", zh: "简报" },
    description: { en: "Two pages to take to a meeting.", zh: "两页，带去开会。" },
    sections: ["summary", "prices", "shares", "changes", "setup", "outcomes", "limits"],
    newPages: ["changes"],
  },
  {
    id: "technical",
    label: { en: "Technical", zh: "技术报告" },
    description: { en: "Everything, for whoever has to check it.", zh: "全部内容，供核查。" },
    sections: [
      "summary",
      "changes",
      "prices",
      "shares",
      "setup",
      "moves",
      "outcomes",
      "vendors",
      "decomposition",
      "sensitivity",
      "uncertainty",
      "tokens",
      "surplus",
      "concentration",
      "assumptions",
      "limits",
      "method",
    ],
    newPages: ["setup", "vendors"],
  },
  {
    id: "classroom",
    label: { en: "Classroom", zh: "课堂" },
    description: { en: "Questions first, answers last.", zh: "问题在前，答案在后。" },
    sections: ["setup", "changes", "questions", "prices", "shares", "moves", "decomposition", "limits", "answers"],
    newPages: ["prices", "answers"],
    untold: true,
  },
]);

export const DEFAULT_TEMPLATE = "brief";

interface Choice {
  readonly template: string;
  readonly sections?: readonly string[] | null; // by hand
}

export const sectionsOf = ({ template, sections }: Choice): readonly string[] =>
  sections ?? templates.get(template).sections;

/** Whether a report needs runs beyond its replications: its levers'. */
export const needsSwings = (choice: Choice): boolean =>
  sectionsOf(choice).some((id) => id === "sensitivity" || id === "so-what");

/** Whether it needs runs without each thing that may have moved the number in focus. */
export const needsCauses = (choice: Choice): boolean => sectionsOf(choice).includes("so-what");
