import { type Language, say, type Text } from "../../engine/index.ts";

/** A Chinese full stop brings its own space. */
const GAP: Text = { en: " ", zh: "" };

/** Sentences in a row; what is not said leaves no gap. */
export const sentences = (lang: Language, ...texts: readonly (string | false | null | undefined)[]): string =>
  texts.filter(Boolean).join(say(GAP, lang));
