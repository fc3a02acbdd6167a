import { lazy, type ComponentType } from "react";
import type { Page } from "../store/page.ts";

const page = (load: () => Promise<{ default: ComponentType }>) => lazy(load);

/**
 * Every page but Explore, fetched when somebody first turns to it. A page is a folder, a line here, a name in
 * store/page-names.ts, a name in i18n/frame.ts.
 */
export const lazyPages: Readonly<Record<Exclude<Page, "explore">, ComponentType>> = {
  compare: page(() => import("./compare/compare.tsx")),
  uncertainty: page(() => import("./uncertainty/uncertainty.tsx")),
  gallery: page(() => import("./gallery/gallery.tsx")),
  drivers: page(() => import("./drivers/drivers.tsx")),
  learn: page(() => import("./learn/learn.tsx")),
  model: page(() => import("./model/model.tsx")),
  play: page(() => import("./play/play.tsx")),
  report: page(() => import("./report/report.tsx")),
};
