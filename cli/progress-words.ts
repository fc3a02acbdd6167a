import type { Said, Text } from "../engine/index.ts";
import { plural } from "../engine/text/plural.ts";

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
  en: (found) => `${plural(found, "run is", "runs are")} done already; going on`,
  zh: (found) => `已完成 ${found} 次运行，接着进行`,
};
export const partsDone: Said<(done: number, all: number) => string> = {
  en: (done, all) => `${done} of ${plural(all, "part")} are done already; going on`,
  zh: (done, all) => `已完成 ${done}/${all} 部分，接着运行`,
};
export const partsDamaged: Said<(damaged: number) => string> = {
  en: (damaged) => `${plural(damaged, "part is", "parts are")} damaged; what they held is done anew`,
  zh: (damaged) => `${damaged} 个部分的文件已损坏，将重新运行`,
};
export const someFailed: Said<(failed: number) => string> = {
  en: (failed) => `${plural(failed, "run")} failed; --resume tries those again`,
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
  en: (runs) => `${plural(runs, "run")} done`,
  zh: (runs) => `共完成 ${runs} 次运行`,
};

/** A queue. */
export const queueIs: Said<(queue: { workers: number; waiting: number; active: number }) => string> = {
  en: ({ workers, waiting, active }) =>
    `${plural(workers, "worker")}; batches under way: ${active}, waiting: ${waiting}`,
  zh: ({ workers, waiting, active }) => `${workers} 个工作进程；进行中 ${active} 批，等待中 ${waiting} 批`,
};
export const sweepIs: Said<(sweep: { label: string; since: string; done: number; runs: number }) => string> = {
  en: ({ label, since, done, runs }) => `${label}: ${done} of ${plural(runs, "run")}, since ${since}`,
  zh: ({ label, since, done, runs }) => `${label}：已完成 ${done}/${runs} 次运行，始于 ${since}`,
};
export const noWorkers: Said<(url: string) => string> = {
  en: (url) => `No worker waits at this queue yet; start some: pricewar worker --backend ${url}`,
  zh: (url) => `此队列还没有工作进程，请启动：pricewar worker --backend ${url}`,
};

export const silentQueue: Said<(url: string, seconds: number) => string> = {
  en: (url, seconds) =>
    `${url} has not answered for ${seconds} s; waiting (Ctrl-C keeps what is done, --resume goes on)`,
  zh: (url, seconds) => `${url} 已 ${seconds} 秒没有应答，仍在等待（按 Ctrl-C 保留已完成的部分，可用 --resume 继续）`,
};

export interface Estimate {
  readonly runs: number;
  readonly secondsPerRun: number;
  readonly cores: number;
  readonly bytesPerRun: number;
}

const hours = (x: Estimate, cores: number): string => ((x.runs * x.secondsPerRun) / cores / 3600).toPrecision(2);
const megabytes = (x: Estimate): string => ((x.runs * x.bytesPerRun) / 1e6).toPrecision(2);

/** What a sweep will cost, before it is begun. */
export const estimated: Said<(x: Estimate) => string> = {
  en: (x) =>
    `${plural(x.runs, "run")} of about ${x.secondsPerRun.toPrecision(2)} s: ${hours(x, 1)} core hours, ${hours(x, x.cores)} h on ${x.cores} cores, ${hours(x, 800)} h on 100 machines of 8; about ${megabytes(x)} MB of results`,
  zh: (x) =>
    `共 ${x.runs} 次运行，每次约 ${x.secondsPerRun.toPrecision(2)} 秒：合计 ${hours(x, 1)} 核时；${x.cores} 核需 ${hours(x, x.cores)} 小时，100 台 8 核机器需 ${hours(x, 800)} 小时；结果约 ${megabytes(x)} MB`,
};
