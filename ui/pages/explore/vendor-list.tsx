import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";
import { inkOf } from "../../../charts/theme/theme.ts";
import { vendorName } from "../../../words/names.ts";
import { Sheet } from "../../controls/sheet.tsx";
import { useWords } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { Sign } from "../../controls/sign.tsx";

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
                <Sign ink={ink} />
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
