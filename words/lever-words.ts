import type { Language, Lever, Said } from "../engine/index.ts";
import { say } from "../engine/index.ts";
import { percent, setting } from "./format.ts";

/** What a lever's value means, in units a reader knows; logarithms of the model stand in its details alone. */

type Reading = Said<(x: number) => string>;

const asPercent = (x: number): string => percent(Math.abs(1 - Math.exp(-Math.abs(x))));

/** By the end of the lever's first path. */
const READINGS: readonly (readonly [RegExp, Reading])[] = [
  [
    /^strategies\..*\.band$/,
    {
      en: (x) => `quality within ${asPercent(x)}`,
      zh: (x) => `质量相差不超过 ${asPercent(x)}`,
    },
  ],
  [
    /\.trust$/,
    {
      en: (x) => (x === 0 ? "trusted like the others" : `like a product ${asPercent(x)} ${x < 0 ? "worse" : "better"}`),
      zh: (x) => (x === 0 ? "与其他厂商同样受信任" : `相当于质量${x < 0 ? "低" : "高"} ${asPercent(x)}`),
    },
  ],
  [/^demand\.mu$/, { en: (x) => `${setting(x)} (0: all judge alike)`, zh: (x) => `${setting(x)}（0 为判断一致）` }],
];

/** Null: the value and its unit say it. */
export function leverReading({ paths: [first] }: Pick<Lever, "paths">, value: number, lang: Language): string | null {
  const found = READINGS.find(([path]) => path.test(first.path));
  return found ? say(found[1], lang)(value) : null;
}
