import type { Market, Model } from "../../types.ts";
import { hearNews } from "../news.ts";

/** Between decisions and attention: today's launches and cuts become news. */
export const announce = (model: Model, market: Market): void => hearNews(model, market);
