import type { Run } from "../../charts/data/lines-of.ts";
import { type Recording, type Scenario, type Text, withHosts } from "../../engine/index.ts";
import { baseOf, baselineOf, UnknownScenario } from "./bases.ts";
import { fingerprintAside, painted } from "./fingerprint.ts";
import { onSharedDays } from "./days.ts";
import * as history from "./history.ts";
import type { History } from "./history.ts";
import { observable, useObservable } from "./observable.ts";
import { pool, previews } from "./pool.ts";
import { keepRecording, recordedRun } from "./recorded-runs.ts";
import { replications } from "./replications.ts";
import { latestRun } from "./runs.ts";
import { scenarioOf } from "./scenario-of.ts";
import { FIRST_SCENARIO, freshSession, isEdited, OWN, type Session } from "./session.ts";
import type { Sound } from "./sound.ts";
import { overUnknowns } from "./unknowns.ts";
import { type Base, firstState, type Notice, type State } from "./state.ts";

/** The app's one store: a session with its history, and the runs it means. */
export const app = observable<State>(firstState);
export const useApp = <S>(select: (s: State) => S): S => useObservable(app, select);

const patch = (change: Partial<State>): void => app.set({ ...app.get(), ...change });
export const session = (): Session => app.get().history.now;

const REST_MS = 250; // after the last change, before replications start

const spread = replications(pool, (scenario, runs) => {
  const { baseBase, baseBands } = app.get();
  const isBaseline = scenario === baseBase?.scenario && !isOwnBaseline(session());
  if (!isBaseline) patch({ bands: runs });
  else if (runs.length > baseBands.length) patch({ baseBands: runs }); // those of before an edit are there already
});

/** The scenario's runs and its baseline's: a difference needs both. */
function startSpread(scenario: Scenario, seed: string, restMs = 0): void {
  const { baseBase } = app.get();
  const other = baseBase && !isOwnBaseline(session()) ? [baseBase.scenario] : [];
  spread.start([scenario, ...other], seed, restMs);
}

const runs = latestRun(
  { wholes: pool, previews },
  {
    done({ scenario, recording, quick, seed, ms, error }) {
      const notice = app.get().notice?.retry ? null : app.get().notice; // a run that works answers one that did not
      const run = drawn(scenario, recording);
      patch({ result: { run, quick, fingerprint: null, ms, error }, running: false, bands: [], notice });
      if (quick) return;
      keepRecording({ scenario, seed }, run.recording);
      if (isOwnBaseline(session())) keepBaseline(run);
      void sign(run);
      if (!app.get().bandsOn) return;
      startSpread(scenario, seed, REST_MS);
    },
    failed: (error) => patch({ running: false, notice: { kind: "error", text: failure(error), retry: true } }),
  },
);

/** Hosts of open weights are vendors that a run has and its scenario has not. */
const drawn = (scenario: Scenario, recording: Recording): Run => ({
  scenario: withHosts(scenario),
  recording: onSharedDays(scenario, recording),
});

/** Puts the fingerprint on a run once it is on screen, unless another is shown by then. */
async function sign(run: Run): Promise<void> {
  const isShown = () => app.get().result?.run === run;
  await painted();
  if (!isShown()) return;
  const fingerprint = await fingerprintAside(run.recording, isShown);
  const { result } = app.get();
  if (!fingerprint || !result || !isShown()) return;
  patch({ result: { ...result, fingerprint } });
  if (isFirst(session())) await checkBuilt(fingerprint);
}

function failure(error: unknown): Text {
  const why = error instanceof Error ? error.message : String(error);
  return {
    en: `The run stopped: ${why}. The charts show the last good run.`,
    zh: `运行中断：${why}。图表仍显示上一次成功的结果。`,
  };
}

/** Runs what the session says now. */
const rerun = (): void => show(app.get().history, false);

/** Turns to a history's present and runs it. The run is sent off first: drawing what changed at once takes a while. */
function show(h: History<Session>, quick: boolean): void {
  const { base } = app.get();
  // Where a slider paused, its run is on the way or drawn.
  if (!base || (!quick && runs.has(h.now))) return patch({ history: h });
  spread.stop();
  runs.request({ scenario: scenarioOf(base.scenario, h.now), seed: h.now.seed, quick, of: h.now });
  patch({ history: h, running: true }); // bands stay until the next lines come: one drawing less
}

/** A change that is done: one step to undo. */
export function edit(change: (s: Session) => Session): void {
  settle(change(session()));
}

/** A change on its way: drawn as a preview, no step of its own. */
export function drag(change: (s: Session) => Session): void {
  if (!app.get().dragFrom) patch({ dragFrom: session() });
  show(history.replace(app.get().history, change(session())), true);
}

/** Ends a drag: from where it began to here is one step. */
export function drop(): void {
  if (app.get().dragFrom) settle(session());
}

export function cancelDrag(): void {
  const { dragFrom, history: h } = app.get();
  if (!dragFrom) return;
  patch({ dragFrom: null });
  show(history.replace(h, dragFrom), false);
}

function settle(next: Session): void {
  const { dragFrom, history: h } = app.get();
  patch({ dragFrom: null });
  show(history.push(dragFrom ? history.replace(h, dragFrom) : h, next), false);
}

export const undo = (): Promise<void> => travel(history.undo);
export const redo = (): Promise<void> => travel(history.redo);

async function travel(step: typeof history.undo): Promise<void> {
  const h = step(app.get().history);
  if (h !== app.get().history) await open(h.now, h);
}

/**
 * Turns to another session (a link, the picker, undo): loads what it needs, then runs. A bad one is said, not shown.
 */
export async function open(next: Session, h = history.push(app.get().history, next)): Promise<void> {
  if (isFirst(next)) void firstRun(); // loads at the same time as the scenario
  try {
    const [base, baseBase] = await Promise.all([baseOf(next), baselineOf(next)]);
    const { session: sound, dropped, text } = await checked(next, base);
    patch({ history: history.replace(h, sound), base, baseBase });
    if (isFirst(sound)) void showBuilt(sound, base);
    if (dropped.length > 0) say({ kind: "error", text });
    await Promise.all([runBaseline(baseBase, sound), rerun()]);
  } catch (error) {
    patch({ notice: { kind: "error", text: opening(error, next) } });
    if (!app.get().base && next.scenario !== freshSession().scenario)
      await open(freshSession(), history.begin(freshSession()));
  }
}

const isFirst = (s: Session): boolean =>
  isOwnBaseline(s) && s.scenario === FIRST_SCENARIO && s.seed === freshSession().seed;

/** The part of the app that holds it; where it cannot be fetched, the page waits for its own run. */
const firstRun = () => import("./first-run.ts").catch(() => null);

/** What the app opens with was run when it was built: that is drawn at once, until it has been run here. */
async function showBuilt(next: Session, { scenario }: Base): Promise<void> {
  const built = await firstRun();
  if (!built || app.get().result || session() !== next) return;
  const run = drawn(scenario, built.builtRun());
  patch({ result: { run, quick: true, fingerprint: null, ms: 0, built: true }, baseline: run });
}

/** The same scenario, seed and version give the same bits everywhere: that a machine keeps to it is checked on it. */
async function checkBuilt(fingerprint: string): Promise<void> {
  const built = await firstRun();
  if (!built || fingerprint === built.builtFingerprint) return;
  const [here, there] = [fingerprint, built.builtFingerprint].map((id) => id.slice(0, 8));
  say({
    kind: "error",
    text: {
      en:
        "This browser computes other numbers than the ones this app was tested with " +
        `(${here}, not ${there}). Please report it.`,
      zh: `此浏览器算出的数值与应用发布时的结果不符（${here}，应为 ${there}），请反馈给我们。`,
    },
  });
}

/** Only an edited session can hold what its scenario does not know: only then are the registries of plugins fetched. */
async function checked(next: Session, base: Base): Promise<Sound & { readonly text: Text }> {
  if (!isEdited(next)) return { session: next, dropped: [], text: { en: "", zh: "" } };
  const { soundSession, droppedText } = await import("./sound.ts");
  const sound = await soundSession(next, base.scenario);
  return { ...sound, text: droppedText(sound.dropped) };
}

function opening(error: unknown, { scenario }: Session): Text {
  const clip = (text: string) => (text.length > 500 ? `${text.slice(0, 500)}…` : text);
  if (error instanceof UnknownScenario)
    return { en: `There is no scenario “${clip(error.message)}”.`, zh: `没有名为“${clip(error.message)}”的情景。` };
  const why = clip(error instanceof Error ? error.message : String(error));
  const name =
    scenario === OWN
      ? { en: "your own scenario", zh: "自定义情景" }
      : { en: `“${clip(scenario)}”`, zh: `“${clip(scenario)}”` };
  return { en: `Could not open ${name.en}: ${why}`, zh: `无法打开${name.zh}：${why}` };
}

const keyOf = ({ baseline, own, seed }: Session) => `${baseline === OWN ? own : baseline}/${seed}`;

/** An unchanged scenario held against itself: one run serves as both. */
const isOwnBaseline = (s: Session): boolean => s.scenario === s.baseline && !isEdited(s);

function keepBaseline(baseline: Run): void {
  patch({ baseline, baselineKey: keyOf(session()) });
}

async function runBaseline({ scenario }: Base, next: Session): Promise<void> {
  const key = keyOf(next);
  if (key === app.get().baselineKey || isOwnBaseline(next)) return;
  patch({ baselineKey: key, baseBands: [] });
  try {
    const recording = await recordedRun({ scenario, seed: next.seed }, pool);
    if (key === app.get().baselineKey) patch({ baseline: drawn(scenario, recording) });
  } catch (error) {
    patch({ baselineKey: null, notice: { kind: "error", text: failure(error), retry: true } });
  }
}

export function retry(): void {
  patch({ notice: null });
  const { baseBase } = app.get();
  if (baseBase) void runBaseline(baseBase, session());
  rerun();
}

export const say = (notice: Notice | null): void => patch({ notice });

overUnknowns.subscribe(() => {
  const { base, result, bandsOn } = app.get();
  patch({ bands: [], baseBands: [] });
  if (bandsOn && base && result) startSpread(scenarioOf(base.scenario, session()), session().seed);
});

export function toggleBands(): void {
  const bandsOn = !app.get().bandsOn;
  patch({ bandsOn });
  const { result, base } = app.get();
  if (!bandsOn) spread.stop();
  else if (base && result && !result.quick && app.get().bands.length === 0)
    startSpread(scenarioOf(base.scenario, session()), session().seed);
}
