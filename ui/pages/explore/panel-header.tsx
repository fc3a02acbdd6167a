import { type Group, say } from "../../../engine/index.ts";
import { memo, useMemo } from "react";
import {
  Button,
  Collection,
  Dialog,
  DialogTrigger,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  ToggleButton,
} from "react-aria-components";
import type { ChartLine } from "../../../charts/data/chart-line.ts";
import type { FreeLane } from "../../../charts/data/free-lanes.ts";
import { GAIN } from "../../../charts/data/measure-columns.ts";
import { GROUPS, type Measure } from "../../../charts/data/measure.ts";
import { measures } from "../../../charts/data/measures.ts";
import type { ProductChoice } from "../../../charts/data/products-shown.ts";
import { unitText } from "../../../charts/data/values.ts";
import { date } from "../../../words/format.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Icon } from "../../controls/icons.tsx";
import { Segments } from "../../controls/segments.tsx";
import { useWords } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { toggleFullscreen } from "../../store/fullscreen.ts";
import { useLanguage } from "../../store/preferences.ts";
import { useTheory } from "../../store/theory.ts";
import { hasUnknowns, useOverUnknowns } from "../../store/unknowns.ts";
import { look, type Slot, useTickShown, useView } from "../../store/view.ts";
import type { ChartSpec } from "../../controls/vega-buttons.tsx";
import { useMarkers, useRun } from "./chart-data.ts";
import { useGeometry } from "./geometry.ts";
import { isCompared } from "./gutter-table.tsx";
import { TableButton } from "./table-sheet.tsx";
import { COLON } from "../../../words/punctuation.ts";

interface Props {
  readonly slot: Slot;
  readonly measure: Measure;
  readonly lines: readonly ChartLine[];
  readonly free: readonly FreeLane[]; // what is given away
}

/**
 * Title as menu, plain subtitle, switch, help, table; and the heads of the gutter's columns. What can be pressed draws
 * itself only when it changes, not with every run: while a slider moves, there is time for lines and numbers alone.
 */
export function PanelHeader({ slot, measure, lines, free }: Props) {
  const lang = useLanguage();
  const { right } = useGeometry();
  const { scenario, recording } = useRun();
  const markers = useMarkers();
  const drawing = { measure: measure.id, currency: scenario.currency, dates: recording.dates, lines, free, markers };
  const spec: ChartSpec = (vega, look) => vega.panelSpec({ kind: "panel", height: PLOT, ...drawing }, look);
  return (
    <div className="panel-header" style={{ paddingRight: right }}>
      <h2 id={`title-${slot}`}>
        <MeasureMenu slot={slot} measure={measure} />
      </h2>
      <Subtitle measure={measure} lines={lines} />
      <span className="tools">
        <TheorySwitch measure={measure} />
        <Switch slot={slot} measure={measure} />
        <How measure={measure} />
        {slot === "upper" && <Fullscreen />}
        <TableButton title={say(measure.label, lang)} lines={lines} spec={spec} />
      </span>
      <GutterHead compared={isCompared(lines, measure)} />
    </div>
  );
}

const PLOT = 300; // px of a chart that stands alone

/** What is too long for its place is whole in its title. */
function Subtitle({ measure, lines }: Pick<Props, "measure" | "lines">) {
  const text = useSubtitle(measure, lines);
  return <p title={text}>{text}</p>;
}

function useSubtitle(measure: Measure, lines: readonly ChartLine[]): string {
  const say = useWords();
  const lang = useLanguage();
  const { scenario } = useRun();
  const unknown = useOverUnknowns() && hasUnknowns(scenario);
  const bands = useApp((s) => (s.bandsOn ? s.bands.length : 0));
  const ghost = useMemo(() => lines.some((l) => l.baseline?.some((x, t) => !Object.is(x, l.values[t]))), [lines]);
  const unit = unitText({ measure, currency: scenario.currency, lang });
  const parts = [
    unit,
    measure.scale === "log" ? say("explore.logScale") : "",
    ghost ? say("explore.greyBaseline") : "",
    useTheoryNote(measure),
    lines.some((l) => l.low) ? say(unknown ? "explore.bandNoteAll" : "explore.bandNote", { n: bands }) : "",
  ];
  return parts.filter(Boolean).join(say(SEPARATOR));
}

const SEPARATOR = { en: "; ", zh: "；" };

/** What stands behind theory's lines, said plainly: still computing, failed, or no equilibrium on some days. */
function useTheoryNote(measure: Measure): string {
  const say = useWords();
  const run = useRun();
  const on = useView((v) => v.theory);
  const { of, run: priced, computing, failed } = useTheory();
  if (!(measure.id === GAIN || (on && measure.id === "listPrice"))) return "";
  if (computing || (of !== run && !failed)) return say("explore.theoryComputing");
  const days = priced?.recording.nash ?? [];
  if (failed || of !== run || days.length === 0) return say("explore.theoryNone");
  const missed = days.filter((d) => !d.converged).length;
  const is = measure.id === GAIN ? "" : say("explore.theoryIs");
  const plain = missed > 0 ? say("explore.theoryMissed", { k: missed, n: days.length }) : "";
  return [plain, is].filter(Boolean).join(say(SEPARATOR));
}

/** Theory's lines on and off. */
const TheorySwitch = memo(function TheorySwitch({ measure }: Pick<Props, "measure">) {
  const say = useWords();
  const on = useView((v) => v.theory);
  if (measure.id !== "listPrice") return null;
  return (
    <ToggleButton className="toggle" isSelected={on} onChange={(theory) => look({ theory })}>
      {say("explore.theory")}
    </ToggleButton>
  );
});

/** The title is the menu of everything a panel can show. */
const MeasureMenu = memo(function MeasureMenu({ slot, measure }: Pick<Props, "slot" | "measure">) {
  const say = useWords();
  const all = measures();
  return (
    <MenuTrigger>
      <Button className="title-menu">
        {say(measure.label)}
        <Icon name="chevron" />
        <span className="hidden">{say("explore.chooseSeries")}</span>
      </Button>
      <Popover className="popover menu" placement="bottom start">
        <Menu selectionMode="single" selectedKeys={[measure.id]} onAction={(key) => look({ [slot]: String(key) })}>
          {(Object.keys(GROUPS) as Group[]).map((group) => (
            <MenuSection key={group}>
              <Header>{say(GROUPS[group])}</Header>
              <Collection items={all.filter((m) => m.group === group)}>
                {(m) => <MenuItem id={m.id}>{say(m.label)}</MenuItem>}
              </Collection>
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});

/** The two switches worth a click: which products, and share of what. */
const Switch = memo(function Switch({ slot, measure }: Pick<Props, "slot" | "measure">) {
  const say = useWords();
  const products = useView((v) => v.products);
  const n = useApp((s) => s.result!.run.recording.productIds.length);
  if (measure.entity === "product") {
    const options = (["main", "flagship", "lite", "all"] as const).map((id: ProductChoice) => ({
      id,
      text: say(`explore.${id}`, { n }),
    }));
    return (
      <Segments
        label={say("explore.tiers")}
        options={options}
        value={products}
        onChange={(id) => look({ products: id })}
      />
    );
  }
  if (!measure.whole) return null;
  const options = [
    { id: "tokenShare", text: say("explore.tokens") },
    { id: "revenueShare", text: say("explore.revenue") },
    { id: "userShare", text: say("explore.users") },
  ];
  return (
    <Segments
      label={say("explore.shareOf")}
      options={options}
      value={measure.id}
      onChange={(id) => look({ [slot]: id })}
    />
  );
});

const How = memo(function How({ measure }: Pick<Props, "measure">) {
  const say = useWords();
  return (
    <DialogTrigger>
      <IconButton icon="help" label={`${say("explore.how")}${say(COLON)}${say(measure.label)}`} />
      <Popover className="popover about">
        <Dialog aria-label={say("explore.how")}>
          <b>{say(measure.label)}</b>
          <p>{say(measure.description)}</p>
          <p>{say("explore.oneRun")}</p>
          {measure.id === "listPrice" && <p>{say("explore.theoryHow")}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});

const Fullscreen = memo(function Fullscreen() {
  const say = useWords();
  const full = useView((v) => v.full);
  return (
    <IconButton
      icon={full ? "close" : "full"}
      label={say(full ? "explore.leaveFullscreen" : "explore.fullscreen")}
      onPress={toggleFullscreen}
    />
  );
});

/** Heads of the gutter's columns; the date is the cursor's. The table itself has its own for screen readers. */
export function GutterHead({ compared }: { readonly compared: boolean }) {
  const say = useWords();
  const lang = useLanguage();
  const { dates } = useRun().recording;
  const { right, changes } = useGeometry();
  const tick = useTickShown(dates) ?? dates.length - 1;
  return (
    <span className="gutter-head" style={{ width: right - 20 }} aria-hidden>
      <span>{date(dates[Math.min(tick, dates.length - 1)], lang, true)}</span>
      {changes && <span>{say(compared ? "explore.vsBase" : "explore.change")}</span>}
    </span>
  );
}
