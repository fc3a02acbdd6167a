export const runWords = {
  stop: { en: "Stop", zh: "停止" },
  goOn: { en: "Go on", zh: "继续" },
  progress: { en: "{{done}} of {{total}} runs", zh: "已完成 {{done}}/{{total}} 次运行" },
  seconds: { en: "about {{n}} s left", zh: "约剩 {{n}} 秒" },
  minutes: { en: "about {{n}} min left", zh: "约剩 {{n}} 分钟" },
} as const;
