import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";
import { segmentsOf } from "../../../engine/index.ts";
import { Sheet } from "../../controls/sheet.tsx";
import { useSection } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { useStructure } from "../../store/structure.ts";
import { AtHand } from "./at-hand.tsx";
import { segmentWords } from "./segment-words.ts";

const SegmentForm = lazy(() => import("./segment-form.tsx"));

/** Every segment, each opening what its traffic looks like. */
export function SegmentList() {
  const say = useSection(segmentWords);
  const base = useApp((s) => s.base?.scenario);
  const [open, setOpen] = useState<string | null>(null);
  const scenario = useStructure();
  const segments = scenario ? segmentsOf(scenario) : {};
  if (!base || !scenario || Object.keys(segments).length === 0) return null;
  return (
    <section className="group">
      <h3>{say("title")}</h3>
      <ul className="vendors">
        {Object.entries(segments).map(([id, { label }]) => (
          <li key={id}>
            <Button className="chip" onPress={() => setOpen(id)}>
              {say(label)}
            </Button>
          </li>
        ))}
      </ul>
      <Sheet
        title={open === null ? "" : say("open", { name: say(segments[open].label) })}
        open={open !== null}
        onClose={() => setOpen(null)}
      >
        {open !== null && (
          <Suspense fallback={<div className="form-place" />}>
            <AtHand>{(now) => <SegmentForm id={open} base={base} scenario={now} />}</AtHand>
          </Suspense>
        )}
      </Sheet>
    </section>
  );
}
