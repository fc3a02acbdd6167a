import type { Text } from "../../engine/index.ts";
import { plural } from "../../engine/text/plural.ts";

/** Why a folder or file cannot be read or written, and what would help. */

/** What the system says, by its code. */
export const REASONS: Readonly<Record<string, Text>> = {
  ENOSPC: {
    en: "the disk is full; free some space or choose another place",
    zh: "磁盘已满；请腾出空间，或换一个位置",
  },
  EDQUOT: {
    en: "the disk quota is used up; free some space or choose another place",
    zh: "磁盘配额已用尽；请腾出空间，或换一个位置",
  },
  EFBIG: { en: "the file grows larger than this system allows", zh: "文件超过了系统允许的大小" },
  EROFS: { en: "the file system is read-only; choose another --out", zh: "文件系统只读，请换一个 --out" },
  EACCES: { en: "no permission to read or write here", zh: "没有读写权限" },
  EPERM: { en: "no permission to read or write here", zh: "没有读写权限" },
  ENOTDIR: { en: "part of the path is a file, not a folder", zh: "路径中有一段是文件，不是文件夹" },
  ENOENT: { en: "there is no such file or folder", zh: "没有这个文件或文件夹" },
  EEXIST: { en: "something else of this name is there already", zh: "已有同名的文件或文件夹" },
  ENOTEMPTY: { en: "the folder is not empty", zh: "文件夹不是空的" },
  EISDIR: { en: "a folder; expected a file", zh: "这是文件夹，应为文件" },
  ENAMETOOLONG: { en: "the name is too long for this file system", zh: "名称过长，文件系统不支持" },
  ELOOP: { en: "its links lead round in a circle", zh: "符号链接互相指向，形成了环" },
  EMFILE: { en: "too many files are open", zh: "打开的文件过多" },
  EIO: { en: "the device cannot be read or written", zh: "设备读写出错" },
  EADDRINUSE: { en: "the port is taken", zh: "端口已被占用" },
  EADDRNOTAVAIL: { en: "this machine has no such address", zh: "本机没有这个地址" },
  ECONNREFUSED: { en: "nothing answers there", zh: "那里没有服务在应答" },
  ECONNRESET: { en: "the connection was broken off", zh: "连接被对方断开" },
  ETIMEDOUT: { en: "no answer in time", zh: "等待应答超时" },
  EHOSTUNREACH: { en: "there is no way to this machine", zh: "无法到达这台主机" },
  ENOTFOUND: { en: "there is no machine of this name", zh: "找不到这台主机" },
};

/** Codes of a disk that takes no more. */
export const FULL = ["ENOSPC", "EDQUOT"];

export const refused = (code: string): Text => ({ en: `the system refuses (${code})`, zh: `系统拒绝（${code}）` });

/** Of what may be gone on with. */
export const keptSoFar = ({ en, zh }: Text): Text => ({
  en: `${en}. What is finished is kept: run again with --resume`,
  zh: `${zh}。已完成的部分都还在，加 --resume 即可继续`,
});

/** Files. */
export const NO_FILE: Text = {
  en: "a folder, a pipe or a device; expected a file",
  zh: "这是文件夹、管道或设备，应为文件",
};
export const exists = (path: string): Text => ({
  en: `${path} exists; choose another --out`,
  zh: `${path} 已经存在，请换一个 --out`,
});
export const notJson = (path: string): Text => ({
  en: `${path} is damaged: not valid JSON`,
  zh: `${path} 已损坏：不是有效的 JSON`,
});
export const unreadable = (path: string): Text => ({
  en: `${path} is damaged and cannot be read`,
  zh: `${path} 已损坏，无法读取`,
});
export const noTable = (path: string): Text => ({
  en: `${path}: there is no such table; is the run complete?`,
  zh: `${path}：没有这张表；运行是否已完成？`,
});

export const NO_SUMS: Text = {
  en: "no check.json is here: whether these files are as they were written, nothing says",
  zh: "这里没有 check.json：无从核对这些文件是否与写入时一致",
};

/** Folders of experiments. */
export const resumable = (folder: string): Text => ({
  en: `${folder} exists; give --resume to go on with it, or choose another --out`,
  zh: `${folder} 已经存在；加 --resume 继续，或换一个 --out`,
});
export const anotherDesign = (folder: string): Text => ({
  en: `${folder} holds another design, scenario or version; choose another --out`,
  zh: `${folder} 里是另一个设计、情景或版本的结果，请换一个 --out`,
});
export const begunOtherwise = (folder: string, shard: string | null): Text => ({
  en: `${folder} was begun ${shard ? `with --shard ${shard}` : "without --shard"}; resume it the same way`,
  zh: `${folder} 开始时${shard ? `用了 --shard ${shard}` : "没有用 --shard"}，请以同样方式继续`,
});
export const inUse = (folder: string, lock: string, pid: number | string, host: string): Text => ({
  en: `${folder} is in use by process ${pid} on ${host}; wait for it, choose another --out, or delete ${lock} if that process is gone`,
  zh: `${folder} 正由 ${host} 上的进程 ${pid} 使用；请等它结束，换一个 --out；如果该进程已不在，可删除 ${lock}`,
});

export const fileInUse = (file: string, lock: string, pid: number | string, host: string): Text => ({
  en: `${file} is written by process ${pid} on ${host}; end that one first, or delete ${lock} if it is gone`,
  zh: `${file} 正由 ${host} 上的进程 ${pid} 写入；请先结束该进程；如果它已不在，可删除 ${lock}`,
});

export const tooLargeFile = (file: string, most: string): Text => ({
  en: `${file}: the file is larger than ${most}`,
  zh: `${file}：文件超过 ${most}`,
});
export const damagedFile = (path: string): Text => ({
  en: `${path} is damaged: it is not as it was written; make the folder anew`,
  zh: `${path} 已损坏：与写入时不一致；请重新生成该文件夹`,
});
export const noExperiment = (path: string): Text => ({
  en: `${path} is not that of a sweep, or is damaged; choose another folder`,
  zh: `${path} 不属于扫描，或已损坏；请换一个文件夹`,
});
export const vanished = (folder: string): Text => ({
  en: `${folder} has been deleted or emptied while its runs were made`,
  zh: `${folder} 在运行期间被删除或清空`,
});

/** Parts and shards. */
export const damagedPart = (place: string): Text => ({
  en: `${place} is damaged: its files are not as they were written; run again with --resume to do its runs anew`,
  zh: `${place} 已损坏：文件与写入时不一致；加 --resume 重新运行即可补做这一部分`,
});
type Counts = readonly [runs: number, rows: number];
export const rowsMissing = (place: string, [runs, rows]: Counts, [wroteRuns, wroteRows]: Counts): Text => ({
  en: `${place}: ${plural(runs, "run")} and ${plural(rows, "row")} read, ${wroteRuns} and ${wroteRows} written`,
  zh: `${place}：读到 ${runs} 次运行、${rows} 行，写入时为 ${wroteRuns} 次、${wroteRows} 行`,
});
export const notTogether = (shard: string, first: string): Text => ({
  en: `${shard} belongs to another design, scenario or version than ${first}`,
  zh: `${shard} 与 ${first} 的设计、情景或版本不同，不能合并`,
});
export const damagedShard = (place: string): Text => ({
  en: `${place} is damaged; resume that shard to do its runs anew`,
  zh: `${place} 已损坏；请对该分片加 --resume 重跑`,
});
export const noShard = (folder: string): Text => ({
  en: `${folder} holds a whole sweep, no shard of one: there is nothing to put together`,
  zh: `${folder} 里是完整的扫描，不是分片，无需合并`,
});
export const partMissing = (part: number, parts: number, shard: string): Text => ({
  en: `part ${part} of ${parts} is in none of the folders: shard${shard} is missing or unfinished`,
  zh: `各文件夹中都没有第 ${part} 部分（共 ${parts} 部分）：分片${shard} 缺失或尚未完成`,
});

/** Journals of ensembles and searches. */
export const interrupted = (folder: string): Text => ({
  en: `${folder} holds the runs of one that was interrupted: go on with --resume, or delete it`,
  zh: `${folder} 里有上次中断时已完成的运行：加 --resume 继续，或将其删除`,
});
export const otherVersion = (path: string, version: string): Text => ({
  en: `${path} is not of this version of pricewar (${version}); delete its folder to begin anew`,
  zh: `${path} 不是由当前版本（${version}）写成的；请删除其文件夹后重新开始`,
});
