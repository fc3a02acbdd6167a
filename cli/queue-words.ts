import type { Text } from "../engine/index.ts";

/** What keeps a queue from being used. */
export const WORKER_BACKEND: Text = {
  en: "say which queue: --backend redis://...",
  zh: "请指明队列：--backend redis://……",
};
export const notOneFile = (file: string, needs: string): Text => ({
  en: `${file} imports ${needs}, which no worker has: over a queue a plugin is one file`,
  zh: `${file} 引用了 ${needs}，而工作进程没有它：经队列运行时插件须是单个文件`,
});
export const unreachable = (url: string, why: Text): Text => ({
  en: `cannot reach ${url}: ${why.en}`,
  zh: `连不上 ${url}：${why.zh}`,
});
export const PASSWORD: Text = {
  en: "the password is missing or wrong; it stands in the address, redis://:password@host",
  zh: "缺少密码或密码不对；密码写在地址里：redis://:密码@主机",
};
export const needsPackage = (message: string): Text => ({
  en: message,
  zh: "使用队列需要安装：npm install bullmq ioredis",
});
