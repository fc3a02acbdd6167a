/** Of the table `runs`. */
export const COLUMNS = "scenario, run, date, entity, id, metric, value";

export const sqlWords = {
  title: { en: "Ask in SQL", zh: "用 SQL 查询" },
  lead: {
    en: "All runs of this page as one table, runs: {{columns}}. DuckDB answers in this browser; nothing leaves it.",
    zh: "本页的全部运行合为一张表 runs：{{columns}}。由 DuckDB 在浏览器内作答，数据不会外传。",
  },
  open: { en: "Open (loads 8 MB)", zh: "打开（需载入 8 MB）" },
  opening: { en: "Loading …", zh: "正在载入 ……" },
  question: { en: "Ready question", zh: "现成的问题" },
  query: { en: "Query", zh: "查询语句" },
  ask: { en: "Ask", zh: "查询" },
  told: {
    en: "{{rows}} rows, from {{total}} in {{ms}} ms",
    zh: "{{rows}} 行，取自 {{total}} 行数据，用时 {{ms}} 毫秒",
  },
  answer: { en: "Answer", zh: "结果" },
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied", zh: "已复制" },
  download: { en: "Download CSV", zh: "下载 CSV" },
  chart: { en: "{{y}} by {{x}}", zh: "{{y}} 随 {{x}}" },
  bars: { en: "{{y}}, {{n}} bars", zh: "{{y}}，共 {{n}} 条" },
  moreBars: { en: "{{n}} more rows are in the table.", zh: "另有 {{n}} 行见下表。" },
  pageTitle: { en: "The run's numbers, asked in SQL", zh: "用 SQL 查询运行结果" },
  pageLead: {
    en: "Every series of every run as one table, runs: {{columns}}. DuckDB and the numbers are in this file; it works without a network.",
    zh: "每次运行的全部序列合为一张表 runs：{{columns}}。DuckDB 和数据都在这个文件里，断网也能用。",
  },
  weekly: { en: "Of so many numbers, one row in {{step}} is here.", zh: "数据太多，这里每 {{step}} 行取一行。" },
  leftOut: { en: "{{n}} more runs had no room.", zh: "另有 {{n}} 次运行放不下。" },
  madeBy: { en: "Made by", zh: "生成命令" },
} as const;

/** Five questions to begin with. */
export const READY = [
  {
    id: "ends",
    text: { en: "Who ends with which share?", zh: "期末各家份额多少？" },
    sql: `SELECT scenario, id, avg(value) AS share, quantile_cont(value, 0.1) AS low, quantile_cont(value, 0.9) AS high
FROM runs WHERE metric = 'tokenShare' AND date = (SELECT max(date) FROM runs)
GROUP BY ALL ORDER BY share DESC`,
  },
  {
    id: "index",
    text: { en: "How does the price index go, month by month?", zh: "价格指数逐月如何变化？" },
    sql: `SELECT date_trunc('month', date)::DATE AS month, avg(value) AS price_index
FROM runs WHERE metric = 'priceIndex' GROUP BY ALL ORDER BY month`,
  },
  {
    id: "below",
    text: { en: "Who sells at a loss, on how many days?", zh: "谁在亏本卖，多少天？" },
    sql: `SELECT scenario, id, count(*) / count(DISTINCT run) AS days FROM runs
WHERE metric = 'grossMargin' AND value < 0 GROUP BY ALL ORDER BY days DESC`,
  },
  {
    id: "runs",
    text: { en: "In which run is the market most concentrated?", zh: "哪一次运行中市场最集中？" },
    sql: `SELECT scenario, run, avg(value) AS hhi FROM runs WHERE metric = 'hhi' GROUP BY ALL ORDER BY hhi DESC LIMIT 10`,
  },
  {
    id: "turn",
    text: { en: "When does each vendor's share peak?", zh: "各家份额何时最高？" },
    sql: `SELECT scenario, id, max_by(date, value) AS day, max(value) AS share
FROM (SELECT scenario, id, date, avg(value) AS value FROM runs WHERE metric = 'tokenShare' GROUP BY ALL)
GROUP BY ALL ORDER BY share DESC`,
  },
] as const;
