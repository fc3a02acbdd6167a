import { channel } from "./channel.ts";
import { credits } from "./credits.ts";
import { offPeak } from "./off-peak.ts";
import { Shelf } from "../registry.ts";
import { postPrice } from "../market/prices.ts";
import { retireProduct } from "../market/exit.ts";
import type { Tariff } from "../types.ts";
import { productOf, vendorOf, type Shock } from "./shock.ts";

const product = { type: "product", label: { en: "Product", zh: "产品" } } as const;
const vendor = { type: "vendor", label: { en: "Vendor", zh: "厂商" } } as const;

const price: Shock = {
  id: "price",
  label: { en: "List price", zh: "目录价" },
  description: { en: "A product's list prices change on a date.", zh: "某产品的目录价在指定日期变动。" },
  parameters: { product, price: { type: "prices", label: { en: "New prices", zh: "新价格" } } },
  example: { product: "alibaba.qwen-plus", price: { input: "4 CNY/Mtok", output: "12 CNY/Mtok" } },
  apply(model, market, event) {
    postPrice(market, productOf(model, event), event.price as Tariff, "event", "event");
  },
};

const quality: Shock = {
  id: "quality",
  label: { en: "Quality", zh: "质量" },
  description: {
    en: "A new version: a product's quality (ln g) is set on a date.",
    zh: "新版本上线：某产品的质量（ln g）在指定日期改变。",
  },
  parameters: {
    product,
    quality: { type: "number", unit: "1", range: [-20, 20], label: { en: "Quality (ln g)", zh: "质量（ln g）" } },
  },
  example: { product: "alibaba.qwen-max", quality: -0.1 },
  apply(model, market, event) {
    const j = productOf(model, event);
    market.products.lnQuality[j] = event.quality as number;
    market.products.stale[j] = 1;
  },
};

const trust: Shock = {
  id: "trust",
  label: { en: "Brand and trust", zh: "品牌与信任" },
  description: { en: "A vendor's brand and trust are set on a date.", zh: "某厂商的品牌与信任度在指定日期改变。" },
  parameters: {
    vendor,
    trust: {
      type: "number",
      unit: "1",
      range: [-20, 20],
      label: { en: "Trust (ln surplus)", zh: "信任度（ln 剩余）" },
    },
  },
  example: { vendor: "deepseek", trust: -0.3 },
  apply(model, market, event) {
    for (const j of model.vendors[vendorOf(model, event)].products) market.products.trust[j] = event.trust as number;
  },
};

const retire: Shock = {
  id: "retire",
  label: { en: "Retirement", zh: "下线" },
  description: {
    en: "A product is taken off the market; its users look elsewhere at once.",
    zh: "某产品下线，其用户立即另寻替代。",
  },
  parameters: { product },
  example: { product: "baidu.ernie-lite" },
  apply: (model, market, event) => retireProduct(market, productOf(model, event)),
};

const gpuPrice: Shock = {
  id: "gpu-price",
  label: { en: "GPU price", zh: "GPU 价格" },
  description: {
    en: "GPU hours become dearer or cheaper by a factor from a date on.",
    zh: "自某日起 GPU 时租按倍数涨跌。",
  },
  parameters: { factor: { type: "number", unit: "1", range: [0.001, 1000], label: { en: "Factor", zh: "倍数" } } },
  example: { factor: 1.4 },
  apply: (_model, market, event) => {
    market.shifts.gpuPrice *= event.factor as number;
  },
};

const technology: Shock = {
  id: "technology",
  label: { en: "Inference technology", zh: "推理技术" },
  description: {
    en: "An advance in inference (attention, quantisation, batching) multiplies tokens per GPU hour, for one vendor or all.",
    zh: "推理技术进步（注意力、量化、批处理）使每 GPU 小时产出的 token 按倍数增加，可限于一家或惠及全行业。",
  },
  parameters: {
    vendor: { ...vendor, default: null },
    factor: { type: "number", unit: "1", range: [0.001, 1000], label: { en: "Throughput factor", zh: "吞吐倍数" } },
  },
  example: { vendor: "deepseek", factor: 2 },
  apply(model, market, event) {
    if (event.vendor === undefined || event.vendor === null) market.shifts.technology *= event.factor as number;
    else market.vendors[vendorOf(model, event)].technology *= event.factor as number;
  },
};

/** The shelf of event kinds. A new one is an entry with what it does. */
export const shocks = new Shelf<Shock>("event kind", [
  price,
  quality,
  trust,
  retire,
  gpuPrice,
  technology,
  credits,
  offPeak,
  channel,
]);
