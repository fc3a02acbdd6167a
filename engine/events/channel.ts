import { eventKind } from "./event-kind.ts";

/**
 * M-21: AI phones, AI PCs, multimodal apps. The agents are drawn when the scenario is compiled and sleep until the day.
 */
export const channel = eventKind({
  id: "channel",
  label: { en: "New channel", zh: "新渠道" },
  description: {
    en: "A new channel (AI phones, AI PCs, new kinds of application) brings further users into a segment.",
    zh: "新渠道（AI 手机、AI PC、新应用形态）为某个人群带来新用户。",
  },
  parameters: {
    segment: { type: "segment", label: { en: "Segment", zh: "人群" } },
    share: {
      type: "number",
      unit: "1",
      range: [0, 20],
      label: { en: "Newcomers over those there at the start", zh: "新增用户与期初用户之比" },
    },
  },
  example: { segment: "developers", share: 0.3 },
  apply() {}, // the agents themselves wake up: see Population.arrives
});
