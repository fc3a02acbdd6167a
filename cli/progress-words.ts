import type { Said, Text } from "../engine/index.ts";

/** How far work is, where its results are. */

export const resultsIn: Said<(path: string) => string> = {
  en: (path) => `Results are in ${path}`,
  zh: (path) => `结果已写入 ${path}`,
};
export const writtenTo: Said<(path: string) => string> = {
  en: (path) => `Written to ${path}`,
  zh: (path) => `已写入 ${path}`,
};

export const secondsLeft: Said<(n: number) => string> = {
  en: (n) => `, about ${n} s left`,
  zh: (n) => `，约剩 ${n} 秒`,
};
export const minutesLeft: Said<(n: number) => string> = {
  en: (n) => `, about ${n} min left`,
  zh: (n) => `，约剩 ${n} 分钟`,
};
export const hoursLeft: Said<(n: number) => string> = {
  en: (n) => `, about ${n} h left`,
  zh: (n) => `，约剩 ${n} 小时`,
};

/** After an interruption. */
export const runsDone: Said<(found: number) => string> = {
  en: (found) => `${found} runs are done already; going on`,
  zh: (found) => `已完成 ${found} 次运行，接着进行`,
};
export const partsDone: Said<(done: number, all: number) => string> = {
  en: (done, all) => `${done} of ${all} parts are done already; going on`,
  zh: (done, all) => `已完成 ${done}/${all} 部分，接着运行`,
};
export const partsDamaged: Said<(damaged: number) => string> = {
  en: (damaged) => `${damaged} parts are damaged; their runs are done anew`,
  zh: (damaged) => `${damaged} 个部分的文件已损坏，将重新运行`,
};
export const someFailed: Said<(failed: number) => string> = {
  en: (failed) => `${failed} runs failed; --resume tries those again`,
  zh: (failed) => `${failed} 次运行失败；加 --resume 可只重跑失败的部分`,
};

/** What is at work. */
export const PAIRED_RUNS: Text = { en: "paired runs", zh: "成对运行" };
export const VALIDATING: Text = { en: "validating", zh: "检验" };
export const seeds: Said<(n: number) => string> = { en: (n) => `${n} seeds`, zh: (n) => `${n} 个种子` };
export const waiting: Said<(width: number) => string> = {
  en: (width) => `Waiting for runs, ${width} at once; Ctrl-C to stop`,
  zh: (width) => `等待任务，同时运行 ${width} 个；Ctrl-C 结束`,
};
export const FINISHING: Text = { en: "Finishing what is under way ...", zh: "正在完成手头的任务……" };
export const allDone: Said<(runs: number) => string> = {
  en: (runs) => `${runs} runs done`,
  zh: (runs) => `共完成 ${runs} 次运行`,
};
