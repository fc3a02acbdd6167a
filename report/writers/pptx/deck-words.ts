import type { Text } from "../../../engine/index.ts";

/** Heads the slides of a section without a heading, which follow the title. */
export const SUMMARY: Text = { en: "In short", zh: "要点" };

/** The app's typefaces where Office runs: of Latin, in either language, and of Han. */
export const FACES = { latin: "Segoe UI", han: "Microsoft YaHei" } as const;

/** How slides say what language their text is in. */
export const OFFICE_LANGUAGE: Text = { en: 'lang="en-US"', zh: 'lang="zh-CN" altLang="en-US"' };

/** How a month is written on an axis of dates. */
export const MONTHS: Text = { en: "mmm\\ yyyy", zh: 'yyyy"年"m"月"' };
