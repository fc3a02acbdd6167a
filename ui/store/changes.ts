import {
  type Language,
  type Product,
  readPath,
  type Said,
  say,
  type Scenario,
  type Text,
  type Tariff,
} from "../../engine/index.ts";
import { date, listPrice, price, setting } from "../../words/format.ts";
import { eventText } from "../../words/event-words.ts";
import { productName } from "../../words/names.ts";
import { applySession, leverValue, nameOf, vendorOf } from "./apply.ts";
import { type Cut, release, removeCuts, removeEvent, resetLever, resetPatch, type Session } from "./session.ts";
import { SET } from "../../report/document/difference-words.ts";
import { pathName } from "../../report/document/path-words.ts";
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
    ...eventChanges(session, base, lang),
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

function patchChanges(session: Session, base: Scenario, lang: Language): Change[] {
  const whole = applySession(base, session);
  return Object.entries(session.patches).map(([path, value]) => {
    const added = newcomer(path, value, base);
    if (added !== null) {
      const undo = (s: Session) => resetPatch(s, path);
      return { id: `patch:${path}`, vendor: null, what: "", from: "", to: say(added, lang), undo };
    }
    const [root, vendor] = path.split(".");
    const owner = root === "vendors" && base.vendors[vendor] ? vendor : null;
    const to = brief(value, lang);
    const before = readPath(base, path);
    const from = before === undefined ? "" : brief(before, lang);
    const product = owner ? /\.products\.(.+)\.(tariff|price)$/.exec(path) : null;
    return {
      id: `patch:${path}`,
      vendor: owner,
      what: product ? productName(base, `${owner}.${product[1]}`, lang) : pathName(path, whole, lang),
      from: from === to ? "" : from, // “set” is said once
      to,
      undo: (s: Session) => resetPatch(s, path),
    };
  });
}

/** What a form has put in that was not there: it goes by its own name. */
function newcomer(path: string, value: unknown, base: Scenario): Text | null {
  if (readPath(base, path) !== undefined || typeof value !== "object" || value === null) return null;
  const kind = NEWCOMERS.find(({ at }) => at.test(path));
  const { name, label = name, plan } = value as Partial<Product & { readonly label: Text }>;
  if (!kind || !label) return null;
  const { en, zh } = plan ? PLAN : kind.words;
  return { en: `${en}: ${label.en}`, zh: `${zh}：${label.zh}` };
}

const NEWCOMERS = [
  { at: /^vendors\.[^.]+$/, words: { en: "New vendor", zh: "新增厂商" } },
  { at: /^vendors\.[^.]+\.products\./, words: { en: "New product", zh: "新增产品" } },
  { at: /^demand\.segments\.[^.]+$/, words: { en: "New segment", zh: "新增客群" } },
  { at: /^arenas\.[^.]+$/, words: { en: "New market", zh: "新增市场" } },
] as const satisfies readonly { readonly at: RegExp; readonly words: Text }[];
const PLAN: Text = { en: "New plan", zh: "新增套餐" };

function brief(value: unknown, lang: Language): string {
  if (typeof value === "number") return setting(value);
  if (typeof value !== "object" || value === null) return value === null ? "–" : String(value);
  if ("kind" in value) return String(value.kind);
  if ("tokenizer" in value) return tariffBrief(value as Tariff, lang);
  const amounts = Object.values(value);
  const isPriceList = amounts.length > 0 && amounts.every((x) => typeof x === "number");
  return isPriceList ? amounts.map(setting).join("/") : say(SET, lang);
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

const eventChanges = ({ events }: Session, base: Scenario, lang: Language): Change[] =>
  events.map((event) => ({
    id: `event:${event.kind}@${event.date}/${String(event.vendor ?? "")}`,
    vendor: typeof event.vendor === "string" ? event.vendor : null,
    what: "",
    from: "",
    to: eventText(event, base, lang),
    undo: (s: Session) => removeEvent(s, event),
  }));

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
