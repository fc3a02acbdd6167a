/** The page that teams get in their hands. */
export const handout = {
  title: { en: "Rules and decision sheet, to print", zh: "规则与决策单（可打印）" },
  print: { en: "Print this page", zh: "打印本页" },
  span: {
    en: "You run a vendor of large models for {{n}} quarters of thirteen weeks, from {{from}} to {{to}}.",
    zh: "你们经营一家大模型厂商，共 {{n}} 个季度，每季十三周，从{{from}}到{{to}}。",
  },
  goal: { en: "Ranked by: {{goal}}", zh: "排名标准：{{goal}}" },
  levers: {
    en: "Each quarter you may set: the price of every model, for input and for output tokens; a free allowance for every user; a credit for new customers; the R&D budget; the GPU fleet. What you do not change stays.",
    zh: "每季可以决定：每款模型的输入价和输出价、免费额度、新用户赠额、研发预算、GPU 规模。不改的保持不变。",
  },
  pricesOnly: {
    en: "Each quarter you may set the price of every model. What you do not change stays.",
    zh: "每季可以决定每款模型的价格。不改的保持不变。",
  },
  atOnce: {
    en: "Everybody's decisions take effect at once, on the first day of the quarter. Nobody sees the others' before. Computer rivals answer within the quarter.",
    zh: "所有人的决定在季度首日同时生效，事先谁也看不到别人的。电脑对手会在季内作出反应。",
  },
  users: {
    en: "Only some users look around in a week; news of a large cut wakes more of them. Moving to another vendor costs effort. A low price brings more use, users of others, and applications that did not pay before.",
    zh: "每周只有一部分用户会重新选择，大幅降价的新闻会惊动更多人。换一家厂商是要费功夫的。低价带来三样东西：更多的用量、别家的用户，以及原先不划算的新应用。",
  },
  costs: {
    en: "Serving a token costs money, less of it the more you have served and the better the technology.",
    zh: "服务每个 token 都有成本；做得越多、技术越好，成本越低。",
  },
  costsFleet: {
    en: "Serving a token costs money, less of it the more you have served and the better the technology. GPUs are paid for whether they are busy or not, and new ones take eight weeks; too few, and users are turned away.",
    zh: "服务每个 token 都有成本；做得越多、技术越好，成本越低。GPU 闲着也要付钱，新订的八周后才到；不够用时，用户会被拒之门外。",
  },
  cash: { en: "A vendor whose cash is gone, and that nobody funds, closes.", zh: "现金用尽又无人出资的厂商退出市场。" },
  talk: {
    en: "Whether teams may talk to each other, the teacher says. Play once without and once with it.",
    zh: "各组之间能否商量由老师决定。不妨先不许、再允许，各玩一局。",
  },
  start: { en: "Where you start: list prices, input / output", zh: "起点：目录价（输入 / 输出）" },
  vendor: { en: "Vendor", zh: "厂商" },
  product: { en: "Model", zh: "模型" },
  tier: { en: "Tier", zh: "档位" },
  price: { en: "Price", zh: "价格" },
  sheet: { en: "Decisions of the team", zh: "本组决策单" },
  team: { en: "Team: ____________", zh: "组名：____________" },
  priceOf: { en: "Price of model {{n}}, input / output", zh: "模型 {{n}} 的价格（输入 / 输出）" },
  expect: { en: "What we expect", zh: "我们的预期" },
  why: { en: "Why", zh: "理由" },
  result: { en: "What happened", zh: "实际结果" },
} as const;
