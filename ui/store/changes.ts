import { type Language, readPath, type Said, say, type Scenario, type Text, type Tariff } from "../../engine/index.ts";
import { date, listPrice, price, setting } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { leverValue, nameOf, vendorOf } from "./apply.ts";
import { type Cut, release, removeCuts, resetLever, resetPatch, type Session } from "./session.ts";
import { COMMA } from "../../words/punctuation.ts";

/** One thing that differs from the scenario as it came. */
interface Change {
  readonly id: string;
  readonly vendor: string | null;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  undo(s: Session): Session;
}

export function changesOf(session: Session, base: Scenario, lang: Language): Change[] {
  return [
    ...leverChanges(session, base, lang),
    ...patchChanges(session, base, lang),
    ...priceChanges(session, base, lang),
  ];
}

function leverChanges({ levers }: Session, base: Scenario, lang: Language): Change[] {
  return base.levers.flatMap((lever) => {
    if (!Object.hasOwn(levers, lever.id)) return [];
    return [
      {
        id: `lever:${lever.id}`,
        vendor: null,
        what: say(lever.label, lang),
        from: setting(leverValue(base, lever)),
        to: setting(levers[lever.id]),
        undo: (s: Session) => resetLever(s, lever.id),
      },
    ];
  });
}

function patchChanges({ patches }: Session, base: Scenario, lang: Language): Change[] {
  return Object.entries(patches).map(([path, value]) => {
    const [root, vendor] = path.split(".");
    const owner = root === "vendors" && base.vendors[vendor] ? vendor : null;
    const product = owner ? /\.products\.(.+)\.(tariff|price)$/.exec(path) : null;
    const what = product
      ? productName(base, `${owner}.${product[1]}`, lang)
      : owner
        ? `${vendorName(base, owner, lang)} ${path.split(".").slice(2).join(".")}`
        : path;
    return {
      id: `patch:${path}`,
      vendor: owner,
      what,
      from: brief(readPath(base, path), lang),
      to: brief(value, lang),
      undo: (s: Session) => resetPatch(s, path),
    };
  });
}

function brief(value: unknown, lang: Language): string {
  if (typeof value === "number") return setting(value);
  if (typeof value !== "object" || value === null) return value === null ? "–" : String(value);
  if ("kind" in value) return String(value.kind);
  if ("tokenizer" in value) return tariffBrief(value as Tariff, lang);
  return Object.values(value)
    .filter((x) => typeof x === "number")
    .map(setting)
    .join("/"); // a price list
}

/** Which parts of a tariff say anything. */
function tariffBrief({ hours, brackets, batch, promotions, volume }: Tariff, lang: Language): string {
  const parts = { hours, brackets, batch, promotions: promotions.length > 0 || null, volume };
  const said = (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => parts[part] !== null);
  return said.map((part) => say(TARIFF_PARTS[part], lang)).join(say(COMMA, lang));
}

const TARIFF_PARTS = {
  hours: { en: "prices by hour", zh: "分时价" },
  brackets: { en: "prices by prompt length", zh: "按长度分段" },
  batch: { en: "batch", zh: "批处理" },
  promotions: { en: "promotions", zh: "促销" },
  volume: { en: "terms by volume", zh: "用量条款" },
} as const satisfies Readonly<Record<string, Text>>;

const BY_MODEL: Text = { en: "by the model", zh: "模型决定" };
const HOLDS: Text = { en: "holds", zh: "不调价" };

/** Cuts by product: a product set by hand is one change, each free-standing cut its own. */
function priceChanges({ cuts, held }: Session, base: Scenario, lang: Language): Change[] {
  const taken = held.map((product) => {
    const own = cuts.filter((c) => c.product === product);
    const path = own.map((c) => cutText(c, base, lang)).join(say(COMMA, lang));
    const to = path || say(HOLDS, lang);
    return {
      id: `held:${product}`,
      vendor: vendorOf(product),
      what: productName(base, product, lang),
      from: say(BY_MODEL, lang),
      to,
      undo: (s: Session) => release(s, [product]),
    };
  });
  const added = cuts
    .filter((c) => !held.includes(c.product))
    .map((cut) => ({
      id: `cut:${cut.product}@${cut.date}`,
      vendor: vendorOf(cut.product),
      what: productName(base, cut.product, lang),
      from: "",
      to: cutText(cut, base, lang),
      undo: (s: Session) => removeCuts(s, [cut]),
    }));
  return [...taken, ...added];
}

const fromDay = {
  en: (price: string, day: string) => `${price} from ${day}`,
  zh: (price: string, day: string) => `${day}起 ${price}`,
} satisfies Said<(price: string, day: string) => string>;

const cutText = ({ date: day, product, input, output }: Cut, { vendors, arenas }: Scenario, lang: Language): string => {
  const sold = vendors[vendorOf(product)]?.products[nameOf(product)];
  const meter = arenas[sold?.arena ?? "api"]?.meter ?? "token";
  const one = meter !== "token" || input === output;
  const both = one ? listPrice(input, meter, lang) : `${price(input, lang)}/${price(output, lang)}`;
  return say(fromDay, lang)(both, date(day, lang, true));
};
