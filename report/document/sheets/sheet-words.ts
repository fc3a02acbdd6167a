import type { Text } from "../../../engine/index.ts";

/** What a column of prices is of. */
export const METER: Text = {
  en: "What the price is of: a million tokens, a user's week (month) or a million seconds; of the last two the input price alone counts",
  zh: "价格的单位：token 为每百万 token，month 为每用户每周，second 为每百万秒；后两种只看输入价",
};
