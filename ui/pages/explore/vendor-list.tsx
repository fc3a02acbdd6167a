import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";
import { GlyphMark } from "../../../charts/marks/glyph.tsx";
import { inkOf } from "../../../charts/theme/theme.ts";
import { vendorName } from "../../../words/names.ts";
import { Sheet } from "../../controls/sheet.tsx";
import { useWords } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";

/** The form reads formulas: the parser comes with it, when the first vendor is opened. */
const VendorForm = lazy(() => import("./vendor-form.tsx"));

/** Every vendor, each opening what can be set about it. */
export function VendorList() {
  const say = useWords();
  const [lang, mode] = [useLanguage(), useMode()];
  const scenario = useApp((s) => s.base?.scenario);
  const [open, setOpen] = useState<string | null>(null);
  if (!scenario) return null;
  return (
    <section className="group">
      <h3>{say("vendor.title")}</h3>
      <ul className="vendors">
        {Object.keys(scenario.vendors).map((id, index) => {
          const ink = inkOf(id, index, mode);
          return (
            <li key={id}>
              <Button className="chip" onPress={() => setOpen(id)}>
                <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden>
                  <GlyphMark glyph={ink.glyph} x={0} y={0} color={ink.mark} hole="var(--surface)" />
                </svg>
                {vendorName(scenario, id, lang)}
              </Button>
            </li>
          );
        })}
      </ul>
      <Sheet
        title={open === null ? "" : say("vendor.open", { name: say(scenario.vendors[open].name) })}
        open={open !== null}
        onClose={() => setOpen(null)}
      >
        {open !== null && (
          <Suspense fallback={<div className="form-place" />}>
            <VendorForm id={open} base={scenario} />
          </Suspense>
        )}
      </Sheet>
    </section>
  );
}
