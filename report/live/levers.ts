import {
  headline,
  type Lever,
  patchScenario,
  readPath,
  type Recording,
  type Scenario,
  withHosts,
  say,
} from "../../engine/index.ts";
import type { Manifest } from "../document/manifest.ts";
import { drawFigure } from "../figures/draw.tsx";
import { type Figure, figures } from "../figures/index.ts";
import { setting } from "../../words/format.ts";
import { headlineAnswers } from "../../words/headline-words.ts";
import { type LiveData, liveFigure } from "./data.ts";
import { element } from "./element.ts";
import { followPointer } from "./hover.ts";
import type { Runs } from "./runs.ts";
import { failed, inReport, liveWords } from "./words.ts";

const STEPS = 100; // of a slider
const SETTLE_MS = 60; // a slider on its way asks for no run

/** Sliders for the embedded scenario's levers: each change runs it and draws its charts over the report's. */
export function showLevers({ arms, seed }: Manifest, live: LiveData, runs: Runs): void {
  const { lang } = live;
  const { scenario } = arms[0];
  if (scenario.levers.length === 0) return;
  const values = new Map<string, number>();
  const answers = element("dl", { class: "answers", "data-answers": "" });
  const status = element("output", { class: "aside" });
  const reset = element("button", { type: "button", disabled: "" }, say(liveWords.reset, lang));
  const grid = element("div", { class: "grid" });
  const box = element(
    "aside",
    { class: "levers", "aria-label": say(liveWords.levers, lang) },
    element("h2", {}, say(liveWords.levers, lang)),
    element("p", { class: "aside" }, say(liveWords.leversNote, lang)),
    grid,
    reset,
    " ",
    status,
    answers,
  );
  document.querySelector("main")?.after(box);
  const original = once(() => runs.run(scenario, seed));
  const update = latest(
    async (signal) => {
      const changed = withLevers(scenario, values);
      const [base, recording] = [await original(), await runs.run(changed, seed, signal)];
      if (signal.aborted) return;
      redraw({ scenario: withHosts(changed), recording }, { scenario: withHosts(scenario), recording: base }, live);
      answers.replaceChildren(...answerRows(withHosts(changed), recording, base, lang));
      status.textContent = "";
    },
    (why) => (status.textContent = say(failed, lang)(why)),
  );
  const sliders = scenario.levers.map((lever) =>
    slider(lever, scenario, lang, (x) => {
      values.set(lever.id, x);
      reset.disabled = false;
      status.textContent = say(liveWords.running, lang);
      update();
    }),
  );
  grid.append(...sliders.map(({ row }) => row));
  const restorePictures = keptPictures(live);
  reset.addEventListener("click", () => {
    values.clear();
    for (const { restore } of sliders) restore();
    restorePictures();
    answers.replaceChildren();
    status.textContent = "";
    update.stop();
    reset.disabled = true;
  });
}

/** Keeps the report's own pictures and captions; the function puts them back. */
function keptPictures({ figures: shown, lang }: LiveData): () => void {
  const kept = shown.map((figure) => ({
    figure,
    picture: document.querySelector(`[data-figure="${figure.id}"] svg`)?.outerHTML ?? "",
    caption: Array.from(captionOf(figure.id), (part) => part.textContent ?? ""),
  }));
  return () => {
    for (const {
      figure,
      picture,
      caption: [subtitle = "", gutter = ""],
    } of kept) {
      putPicture(figure.id, picture);
      caption(figure.id, { subtitle, gutter });
      followPointer(figure, lang);
    }
  };
}

function slider(lever: Lever, scenario: Scenario, lang: LiveData["lang"], moved: (x: number) => void) {
  const start = (readPath(scenario, lever.paths[0].path) as number) / lever.paths[0].times;
  const [low, high] = lever.range;
  const log = lever.scale === "log" && low > 0;
  const toValue = (k: number) => (log ? low * (high / low) ** (k / STEPS) : low + ((high - low) * k) / STEPS);
  const toStep = (x: number) => STEPS * (log ? Math.log(x / low) / Math.log(high / low) : (x - low) / (high - low));
  const shown = element("b", {}, setting(start));
  const input = element("input", { type: "range", min: "0", max: String(STEPS), step: "any", "data-lever": lever.id });
  input.value = String(toStep(start));
  input.addEventListener("input", () => {
    const x = Number(toValue(Number(input.value)).toPrecision(3));
    shown.textContent = setting(x);
    input.setAttribute("aria-valuetext", `${setting(x)} ${say(lever.unit, lang)}`);
    moved(x);
  });
  const restore = () => {
    input.value = String(toStep(start));
    shown.textContent = setting(start);
  };
  return {
    row: element("label", {}, say(lever.label, lang), " ", element("small", {}, say(lever.unit, lang)), shown, input),
    restore,
  };
}

function withLevers(scenario: Scenario, values: ReadonlyMap<string, number>): Scenario {
  const entries = scenario.levers.flatMap(({ id, paths }) => {
    const x = values.get(id);
    return x === undefined ? [] : paths.map(({ path, times }): [string, number] => [path, x * times]);
  });
  return patchScenario(scenario, Object.fromEntries(entries));
}

interface Run {
  readonly scenario: Scenario;
  readonly recording: Recording;
}

function redraw(run: Run, baseline: Run, { lang, figures: shown }: LiveData): void {
  for (const { id } of shown) {
    const figure = figures
      .get(id)
      .build({ run, recordings: [run.recording], baseline, baselineRecordings: [baseline.recording], lang });
    if (!figure) continue;
    putPicture(id, drawFigure(figure, lang));
    caption(id, figure);
    for (const live of liveFigure(figure, lang)) followPointer(live, lang);
  }
}

const captionOf = (id: string) => document.querySelectorAll<HTMLElement>(`[data-figure="${id}"] figcaption span`);

function caption(id: string, { subtitle, gutter }: Pick<Figure, "subtitle" | "gutter">): void {
  captionOf(id).forEach((part, k) => (part.textContent = [subtitle, gutter][k] ?? ""));
}

/** Markup of our own drawing: no text of others gets into it unescaped. */
const putPicture = (id: string, svg: string): void => {
  const old = document.querySelector(`[data-figure="${id}"] svg`);
  if (old) old.outerHTML = svg;
};

function answerRows(scenario: Scenario, recording: Recording, base: Recording, lang: LiveData["lang"]): Node[] {
  const before = headlineAnswers(headline(base), scenario, lang);
  return headlineAnswers(headline(recording), scenario, lang).map(({ question, answer }, k) => {
    const was = say(inReport, lang)(before[k].answer);
    return element("div", {}, element("dt", {}, question), element("dd", {}, element("b", {}, answer), was));
  });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

/** Only the newest request counts: one under way is cancelled. */
function latest(work: (signal: AbortSignal) => Promise<void>, failed: (why: string) => void) {
  let control = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    control.abort();
    control = new AbortController();
  };
  const request = () => {
    stop();
    const { signal } = control;
    timer = setTimeout(
      () => work(signal).catch((error: unknown) => signal.aborted || failed(String(error))),
      SETTLE_MS,
    );
  };
  return Object.assign(request, { stop });
}
