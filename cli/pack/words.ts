import type { Said } from "../../engine/index.ts";

/** What has been written, and what to do with it. */
export const HANDED: Said<(file: string) => string> = {
  en: (file) => `Wrote ${file}: one page with everything in it. Send it, or open it in any browser.`,
  zh: (file) => `已写出 ${file}：单个网页，内容齐全，可直接分发或用浏览器打开。`,
};
export const PACKED: Said<(file: string) => string> = {
  en: (file) => `Wrote ${file}: upload it to the learning platform as a SCORM activity.`,
  zh: (file) => `已写出 ${file}：请作为 SCORM 活动上传到学习平台。`,
};
