import { useState } from "react";
import { Button } from "react-aria-components";
import { version } from "../../package.json";
import { THEMES } from "../../charts/theme/theme.ts";
import type * as Vega from "../../report/vega/index.ts";
import type { Look, Spec } from "../../report/vega/spec.ts";
import { useWords } from "../i18n/index.ts";
import { downloadText } from "../store/files.ts";
import { useLanguage, useMode } from "../store/preferences.ts";

/** Says a chart as Vega-Lite, by what is fetched when it is asked for. */
export type ChartSpec = (vega: typeof Vega, look: Look) => Spec;

interface Props {
  readonly title: string;
  readonly spec: ChartSpec;
}

const EDITOR = "https://vega.github.io/editor/";

/** A chart as data: copied, as a file, and where such a file opens. */
export function VegaButtons({ title, spec }: Props) {
  const say = useWords();
  const [lang, mode] = [useLanguage(), useMode()];
  const [copied, setCopied] = useState(false);
  const text = async () => {
    const vega = await import("../../report/vega/index.ts");
    const look = { lang, theme: THEMES[mode] };
    const origin = { program: "pricewar", version, link: location.href };
    const body = spec(vega, look);
    return JSON.stringify(vega.chartSpec({ title, subtitle: "", summary: title, origin }, body, look.theme));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(await text());
    setCopied(true);
  };
  const save = async () => downloadText(`${fileName(title)}.vl.json`, "application/json", await text());
  return (
    <>
      <Button className="button" onPress={() => void copy()}>
        {say(copied ? "frame.copied" : "explore.copyVega")}
      </Button>
      <Button className="button" onPress={() => void save()}>
        {say("explore.saveVega")}
      </Button>
      <a href={EDITOR} target="_blank" rel="noreferrer">
        {say("explore.vegaEditor")}
      </a>
    </>
  );
}

/** A title without what a file system refuses. */
const fileName = (title: string): string => title.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-+|-+$/g, "");
