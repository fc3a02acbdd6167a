import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { IconButton } from "../controls/icon-button.tsx";
import { useWords } from "../i18n/index.ts";
import { languageAfter, LANGUAGES } from "../i18n/languages.ts";
import { redo, undo, useApp } from "../store/app.ts";
import { PAGES } from "../store/page-names.ts";
import { pageAddress, turnTo, usePage } from "../store/page.ts";
import { toggleFullscreen } from "../store/fullscreen.ts";
import { shareLink } from "../store/places.ts";
import { replay } from "../store/replay.ts";
import { prefer, useDense, useLanguage, useMode } from "../store/preferences.ts";
import { useView } from "../store/view.ts";
import { KeysButton } from "./keys-sheet.tsx";

const COPIED_MS = 2000;

export function Header() {
  const say = useWords();
  const other = languageAfter(useLanguage());
  const mode = useMode();
  const dense = useDense();
  const past = useApp((s) => s.history.past.length > 0);
  const future = useApp((s) => s.history.future.length > 0);
  return (
    <header className="top">
      <span className="brand">
        <svg width={22} height={22} viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden>
          <path d="M2 5h7v5h6v5h7" strokeWidth={2.5} />
          <path d="M2 20h20" strokeWidth={2} strokeDasharray="2 3" />
        </svg>
        {say("frame.name")}
      </span>
      <Pages />
      <span className="spacer" />
      <IconButton icon="undo" label={say("frame.undo")} isDisabled={!past} onPress={() => void undo()} />
      <IconButton icon="redo" label={say("frame.redo")} isDisabled={!future} onPress={() => void redo()} />
      <Replay />
      <Share />
      <Present />
      <KeysButton />
      <Button
        className="language"
        lang={LANGUAGES[other].tag}
        aria-label={LANGUAGES[other].offer}
        onPress={() => prefer({ lang: other })}
      >
        {LANGUAGES[other].name}
      </Button>
      <IconButton
        wide
        icon="rows"
        label={say(dense ? "frame.comfortable" : "frame.compact")}
        onPress={() => prefer({ dense: !dense })}
      />
      <IconButton
        icon={mode === "dark" ? "sun" : "moon"}
        label={say(mode === "dark" ? "frame.light" : "frame.dark")}
        onPress={() => prefer({ theme: mode === "dark" ? "light" : "dark" })}
      />
    </header>
  );
}

/** The pages by name. Where they do not all fit the row scrolls, and shows the one that is open. */
function Pages() {
  const say = useWords();
  const page = usePage();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    row.current
      ?.querySelector(`[href="${pageAddress(page)}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [page]);
  return (
    <nav ref={row} aria-label={say("frame.name")}>
      {PAGES.map((name) => (
        <a
          key={name}
          href={pageAddress(name)}
          aria-current={name === page ? "page" : undefined}
          onClick={(e) => (e.preventDefault(), turnTo(name))}
        >
          {say(`frame.${name}`)}
        </a>
      ))}
    </nav>
  );
}

function Present() {
  const say = useWords();
  const full = useView((v) => v.full);
  return (
    <span className="present">
      <IconButton
        wide
        icon={full ? "close" : "full"}
        label={say(full ? "frame.presentEnd" : "frame.present")}
        onPress={toggleFullscreen}
      />
    </span>
  );
}

function Replay() {
  const say = useWords();
  const differs = useApp((s) => s.baseline !== null && s.result !== null && s.result.run !== s.baseline);
  return <IconButton wide icon="replay" label={say("frame.replay")} isDisabled={!differs} onPress={replay} />;
}

/** Copies the address: the whole state is in it. */
function Share() {
  const say = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(shareLink());
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_MS);
  };
  return (
    <IconButton text icon="link" label={say(copied ? "frame.copied" : "frame.share")} onPress={() => void copy()} />
  );
}
