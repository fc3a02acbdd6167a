import type { Text } from "../text/text.ts";

const TIMES: Text = {
  en: "A factor on every price of the list, in place of prices.",
  zh: "整张价目表的倍数，代替 price。",
};
const PRICE: Text = {
  en: "Prices in place of the list's; they keep their ratio to it when the list moves.",
  zh: "代替目录价的价格；目录价变动时按同一比例随动。",
};

/** What each field of a tariff is for, by its path below the tariff. */
const TARIFF: Readonly<Record<string, Text>> = {
  "": { en: "How the list becomes a bill; null: as listed.", zh: "目录价如何变成账单；null 表示照目录价。" },
  brackets: { en: "Prices by the length of the prompt.", zh: "按提示词长度分段的价格。" },
  "brackets.by": {
    en: "prompt: a longer prompt pays the step's price for all its tokens; marginal: for those beyond it.",
    zh: "prompt：超出后整条提示词按该段价格；marginal：只有超出部分按该段价格。",
  },
  "brackets.steps": { en: "Steps, upwards.", zh: "各段，由短到长。" },
  "brackets.steps[]": { en: "One step.", zh: "一段。" },
  "brackets.steps[].above": { en: "Prompts longer than this many tokens.", zh: "提示词超过多少 token。" },
  hours: { en: "Prices by the hour of the week.", zh: "按一周时段的价格。" },
  "hours.zone": {
    en: "Hours ahead of UTC (8 is Beijing), or a time zone by its name, with its summer time.",
    zh: "比 UTC 早几小时（8 为北京时间），或时区名（如 Asia/Shanghai），含夏令时。",
  },
  "hours.windows": {
    en: "Hours with another price; the first that fits counts.",
    zh: "另有价格的时段；取第一个符合的。",
  },
  "hours.windows[]": { en: "One window.", zh: "一个时段。" },
  "hours.windows[].days": { en: "Days of the week; all unless said.", zh: "星期几；不写即每天。" },
  "hours.windows[].days[]": { en: "mon, tue, wed, thu, fri, sat or sun.", zh: "mon、tue、wed、thu、fri、sat 或 sun。" },
  "hours.windows[].from": { en: "First hour, 0 to 24 or 00:30.", zh: "开始的钟点，0 至 24，也可写 00:30。" },
  "hours.windows[].to": {
    en: "Hour it ends at; before `from`, it passes midnight.",
    zh: "结束的钟点；小于 from 时跨过午夜。",
  },
  "hours.holidays": { en: "Days that pay the list price all day.", zh: "全天按目录价的日子。" },
  "hours.holidays[]": { en: "One day.", zh: "一天。" },
  batch: { en: "Price of batch work over list; null: no batch.", zh: "批处理价格与目录价之比；null 表示没有批处理。" },
  per: { en: "What is billed by the piece.", zh: "按次计费的项目。" },
  "per.request": { en: "A request.", zh: "每次请求。" },
  "per.call": { en: "A call of a tool.", zh: "每次工具调用。" },
  "per.image": { en: "An image.", zh: "每张图片。" },
  promotions: { en: "Prices with a printed end.", zh: "写明截止日的优惠。" },
  "promotions[]": { en: "One promotion.", zh: "一项优惠。" },
  "promotions[].from": { en: "First day; null: from the start.", zh: "开始日；null 表示一开始就有。" },
  "promotions[].until": { en: "Last day, as announced; null: none.", zh: "公布的最后一天；null 表示未公布。" },
  "promotions[].ended": {
    en: "Last day, as applied, where it was another than announced.",
    zh: "实际的最后一天（与公布的不同时填写）。",
  },
  tokenizer: { en: "Tokens it counts where another counts one.", zh: "别家计 1 个 token 时它计多少个。" },
  volume: { en: "Terms by what a buyer spends in a month.", zh: "按每月花费的条款。" },
  "volume.steps": { en: "Factors on what is spent beyond a sum.", zh: "超出某金额部分的倍数。" },
  "volume.steps[]": { en: "One step.", zh: "一档。" },
  "volume.steps[].above": { en: "A month's bill at list prices.", zh: "按目录价计的月账单。" },
  "volume.steps[].times": { en: "Of list, beyond it.", zh: "超出部分为目录价的多少。" },
  "volume.minimum": { en: "A month's least bill.", zh: "每月最低消费。" },
  "volume.commitments": {
    en: "Commitments on offer; a buyer takes the cheapest.",
    zh: "可选的承诺用量，买家取最省的。",
  },
  "volume.commitments[]": { en: "One commitment.", zh: "一项承诺。" },
  "volume.commitments[].spend": { en: "A month's committed spend.", zh: "承诺的月花费。" },
  "volume.commitments[].times": { en: "Of list, on all that is used.", zh: "全部用量为目录价的多少。" },
  discounts: { en: "Off list, by segment.", zh: "各用户群在目录价上的折扣。" },
  "discounts.*": { en: "That segment's.", zh: "该用户群的折扣。" },
};

const CHANGES = ["brackets.steps[]", "hours.windows[]", "promotions[]"];

/** Of a field at a path in a tariff. */
export function tariffField(below: string): Text | undefined {
  if (TARIFF[below]) return TARIFF[below];
  const at = CHANGES.find((place) => below.startsWith(`${place}.`));
  if (at === undefined) return undefined;
  return below.slice(at.length + 1) === "times" ? TIMES : PRICE;
}

/** Plans of a product, and the traffic of a segment. */
export const PLAN_FIELDS: Readonly<Record<string, Text>> = {
  "vendors.*.products.*.tokensPerTask": {
    en: "Tokens it needs for a task over the usual number.",
    zh: "完成同一任务所需 token 与通常之比。",
  },
  "vendors.*.products.*.outputPerTask": {
    en: "The same of output alone, on top: reasoning, verbosity.",
    zh: "输出 token 另外的倍数：推理、冗长。",
  },
  "vendors.*.products.*.plan": {
    en: "A subscription that is held against paying by the token.",
    zh: "与按量计费相比较的订阅套餐。",
  },
  "vendors.*.products.*.plan.quota": { en: "What it includes; none: no limit.", zh: "包含的额度；不写即不限量。" },
  "vendors.*.products.*.plan.quota[]": { en: "One quota; the tightest binds.", zh: "一项额度；以最紧的为准。" },
  "vendors.*.products.*.plan.quota[].tokens": { en: "Tokens of one window.", zh: "每个周期的 token。" },
  "vendors.*.products.*.plan.quota[].every": { en: "The window.", zh: "周期。" },
  "vendors.*.products.*.plan.beyond": {
    en: "At the limit: stop, slow, or pay by the token.",
    zh: "到限额后：stop 停用、slow 降速、pay 按量付费。",
  },
  "vendors.*.products.*.plan.slow": {
    en: "What waiting for a slow token costs, over what it is worth.",
    zh: "等待降速 token 的代价与其价值之比。",
  },
  "vendors.*.products.*.plan.overage": { en: "Prices beyond the quota, where it is paid.", zh: "超额按量付费的价格。" },
  "vendors.*.products.*.plan.overage.input": { en: "Of input.", zh: "输入价。" },
  "vendors.*.products.*.plan.overage.output": { en: "Of output.", zh: "输出价。" },
  "vendors.*.products.*.plan.covers": {
    en: "Models of the vendor that it gives access to; none: a model of its own.",
    zh: "套餐可用的本厂商模型；不写即套餐自有的模型。",
  },
  "vendors.*.products.*.plan.covers[]": { en: "One model.", zh: "一个模型。" },
  "vendors.*.products.*.plan.covers[].product": { en: "The vendor's own name of it.", zh: "模型在厂商内的名称。" },
  "vendors.*.products.*.plan.covers[].burn": { en: "Times as fast as it burns the quota.", zh: "消耗额度的倍速。" },
  "vendors.*.products.*.free.every": {
    en: "Over what the quota counts; one of a day is lost at its end.",
    zh: "额度的周期；按天的额度当天有效。",
  },
  "demand.segments.*.also": {
    en: "Further arenas its buyers look at, such as one of plans.",
    zh: "同时考虑的其他竞技场，例如套餐。",
  },
  "demand.segments.*.also[]": { en: "One arena.", zh: "一个竞技场。" },
  "demand.segments.*.traffic": {
    en: "What its use looks like; prices and costs read it.",
    zh: "用量的样子；价格和成本都据此计算。",
  },
  "demand.segments.*.traffic.prompts": { en: "Lengths of prompts.", zh: "提示词长度。" },
  "demand.segments.*.traffic.prompts.median": { en: "Median length.", zh: "长度的中位数。" },
  "demand.segments.*.traffic.prompts.sd": { en: "Standard deviation of ln length.", zh: "长度对数的标准差。" },
  "demand.segments.*.traffic.prompts.points": {
    en: "Lengths with their shares of requests, in place of the law.",
    zh: "各长度及其占请求的份额，代替上述分布。",
  },
  "demand.segments.*.traffic.prompts.points[]": { en: "One length.", zh: "一种长度。" },
  "demand.segments.*.traffic.prompts.points[].tokens": { en: "Tokens of the prompt.", zh: "提示词的 token 数。" },
  "demand.segments.*.traffic.prompts.points[].share": { en: "Share of requests.", zh: "占请求的份额。" },
  "demand.segments.*.traffic.hours": { en: "When it works.", zh: "工作时段。" },
  "demand.segments.*.traffic.hours.zone": {
    en: "Hours ahead of UTC, or a time zone by its name, with its summer time.",
    zh: "比 UTC 早几小时，或时区名（如 America/New_York），含夏令时。",
  },
  "demand.segments.*.traffic.hours.shape": { en: "Shape of the day.", zh: "一天的形状。" },
  "demand.segments.*.traffic.hours.byHour": {
    en: "24 weights in place of the shape; null: the shape's.",
    zh: "24 个小时的权重，代替 shape；null 表示用 shape。",
  },
  "demand.segments.*.traffic.hours.byHour[]": { en: "One hour's.", zh: "一小时的权重。" },
  "demand.segments.*.traffic.hours.weekend": {
    en: "Use of a day of the weekend over a working day's.",
    zh: "周末一天与工作日一天的用量之比。",
  },
  "demand.segments.*.traffic.calls": { en: "Tool calls a request.", zh: "每次请求的工具调用数。" },
  "demand.segments.*.traffic.images": { en: "Images a request.", zh: "每次请求的图片数。" },
  "demand.segments.*.traffic.task": { en: "Tokens of a usual task.", zh: "一个普通任务的 token 数。" },
  "demand.segments.*.traffic.seats": { en: "People of a buyer, as plans count them.", zh: "每个买家的席位数。" },
  "demand.segments.*.traffic.answers": {
    en: "How its buyers answer tariffs: shares that could change, and what changing costs them (ln price).",
    zh: "买家如何应对价目：可以改变的份额，以及改变的代价（价格对数）。",
  },
  "demand.segments.*.traffic.answers.wait": {
    en: "Work put off to cheap hours; the share is `deferrable`.",
    zh: "推迟到低价时段的任务；份额见 deferrable。",
  },
  "demand.segments.*.traffic.answers.batch": { en: "Work that can wait a day.", zh: "可以等一天的任务。" },
  "demand.segments.*.traffic.answers.cache": {
    en: "Input that could be read from a cache: the most there can be.",
    zh: "最多可有多少输入命中缓存。",
  },
  "demand.segments.*.traffic.answers.route": {
    en: "Tasks that a cheaper model of the same vendor would do as well.",
    zh: "同一厂商较便宜的模型也能完成的任务。",
  },
  "demand.segments.*.traffic.answers.foresee": {
    en: "How far it looks past a promotion's printed end when it chooses.",
    zh: "选择产品时考虑促销公布的结束日之后多久。",
  },
  "demand.segments.*.traffic.answers.foresee.weeks": {
    en: "Weeks of use it weighs; 0: today's price alone.",
    zh: "考虑多少周的用量；0 表示只看当天价格。",
  },
  "demand.segments.*.traffic.answers.bill": {
    en: "Terms by volume: each buyer's own bill decides what it pays (own), or the segment's mean price (mean).",
    zh: "用量条款按每个买家自己的账单计（own），还是按全群的平均价计（mean）。",
  },
  "demand.segments.*.traffic.answers.trim": {
    en: "Prompts made shorter where length is dear.",
    zh: "长提示词较贵时的精简。",
  },
  "demand.segments.*.traffic.answers.trim.elasticity": {
    en: "Of a prompt's length to its price.",
    zh: "提示词长度对价格的弹性。",
  },
  ...Object.fromEntries(
    ["batch", "cache", "route"].flatMap((answer) => [
      [
        `demand.segments.*.traffic.answers.${answer}.share`,
        { en: "The share that could change.", zh: "可以改变的份额。" },
      ],
      [
        `demand.segments.*.traffic.answers.${answer}.cost`,
        { en: "Mean cost of changing (ln price).", zh: "改变的平均代价（价格对数）。" },
      ],
    ]),
  ),
  "demand.segments.*.traffic.answers.wait.cost": {
    en: "Mean cost of waiting (ln price); 0: all that can wait does.",
    zh: "等待的平均代价（价格对数）；0 表示能等的都等。",
  },
  "costs.cached": {
    en: "Cost of an input token read from a cache over a fresh one, where a cost model does not say.",
    zh: "缓存命中输入与全新输入的成本之比（成本模型未说明时）。",
  },
};
