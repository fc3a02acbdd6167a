import { type Language, recordingFingerprint, say } from "../../engine/index.ts";
import type { Manifest } from "../document/manifest.ts";
import { aside, STOP } from "../../words/punctuation.ts";
import { element } from "./element.ts";
import type { Runs } from "./runs.ts";
import { differs, failed, liveWords, seconds } from "./words.ts";

/** A button in the reproduction box: it runs replication 0 of every scenario and compares the fingerprints. */
export function offerVerification({ arms, seed }: Manifest, runs: Runs, lang: Language): void {
  const button = element("button", { type: "button" }, say(liveWords.verify, lang));
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
    verdict.textContent = say(liveWords.verifying, lang);
    const began = performance.now();
    try {
      for (const { id, scenario, fingerprint: want } of arms) {
        const got = recordingFingerprint(await runs.run(scenario, seed));
        if (got !== want) return tell(say(differs, lang)(id, got, want), "bad");
      }
      const s = say(seconds, lang)(((performance.now() - began) / 1000).toFixed(1));
      tell(`${say(liveWords.verified, lang)}${aside(s, lang)}${say(STOP, lang)}`, "ok");
    } catch (error) {
      tell(say(failed, lang)(error instanceof Error ? error.message : String(error)), "bad");
    } finally {
      button.disabled = false;
    }
  });
}
