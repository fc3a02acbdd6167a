import { type Language, recordingFingerprint } from "../../engine/index.ts";
import type { Manifest } from "../document/manifest.ts";
import { element } from "./element.ts";
import type { Runs } from "./runs.ts";
import { filled, liveWords } from "./words.ts";

/** A button in the reproduction box: runs the first replication of every scenario and holds its fingerprint to the report’s. */
export function offerVerification({ arms, seed }: Manifest, runs: Runs, lang: Language): void {
  const button = element("button", { type: "button" }, liveWords.verify[lang]);
  const verdict = element("output", { "data-verified": "" });
  document.getElementById("reproduction")?.append(element("div", { class: "live" }, button, " ", verdict));
  const tell = (text: string, state: "ok" | "bad") => {
    verdict.textContent = text;
    verdict.className = state;
    verdict.dataset.verified = state;
  };
  button.addEventListener("click", async () => {
    button.disabled = true;
    verdict.className = "";
    verdict.textContent = liveWords.verifying[lang];
    const began = performance.now();
    try {
      for (const { id, scenario, fingerprint: want } of arms) {
        const got = recordingFingerprint(await runs.run(scenario, seed));
        if (got !== want) return tell(filled(liveWords.differs[lang], { id, got, want }), "bad");
      }
      const s = filled(liveWords.seconds[lang], { s: ((performance.now() - began) / 1000).toFixed(1) });
      tell(`${liveWords.verified[lang]}${lang === "zh" ? `（${s}）。` : ` (${s}).`}`, "ok");
    } catch (error) {
      tell(filled(liveWords.failed[lang], { why: error instanceof Error ? error.message : String(error) }), "bad");
    } finally {
      button.disabled = false;
    }
  });
}
