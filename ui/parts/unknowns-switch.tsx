import type { Scenario } from "../../engine/index.ts";
import { Segments } from "../controls/segments.tsx";
import { useSection } from "../i18n/index.ts";
import { hasUnknowns, overUnknowns, useOverUnknowns } from "../store/unknowns.ts";

const words = {
  label: { en: "Bands hold", zh: "色带包含" },
  luck: { en: "chance", zh: "随机性" },
  all: { en: "chance and what is not known", zh: "随机性与未知参数" },
} as const;

/** Whether bands are over chance alone or also over what the record leaves open; nothing where no draws come along. */
export function UnknownsSwitch({ scenario }: { readonly scenario: Scenario | undefined }) {
  const say = useSection(words);
  const on = useOverUnknowns();
  if (!scenario || !hasUnknowns(scenario)) return null;
  return (
    <div className="run-bar">
      <span className="run-label">{say("label")}</span>
      <Segments
        label={say("label")}
        options={[
          { id: "luck", text: say("luck") },
          { id: "all", text: say("all") },
        ]}
        value={on ? "all" : "luck"}
        onChange={(id) => overUnknowns.set(id === "all")}
      />
    </div>
  );
}
