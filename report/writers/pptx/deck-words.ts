import type { Text } from "../../../engine/index.ts";

/** Heads the slides of a section without a heading, which follow the title. */
export const SUMMARY: Text = { en: "In short", zh: "要点" };

/** Fonts that Office has for the language. */
export const FACE: Text = { en: "Segoe UI", zh: "Microsoft YaHei" };

/** How slides say what language their text is in. */
export const OFFICE_LANGUAGE: Text = { en: 'lang="en-US"', zh: 'lang="zh-CN" altLang="en-US"' };
