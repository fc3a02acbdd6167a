import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";
import { inkOf } from "../../../charts/theme/theme.ts";
import { vendorName } from "../../../words/names.ts";
import { Sheet } from "../../controls/sheet.tsx";
import { useWords } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { useStructure } from "../../store/structure.ts";
import { Sign } from "../../controls/sign.tsx";
import { AtHand } from "./at-hand.tsx";

/** The form reads formulas: the parser comes with it, when the first vendor is opened. */
const VendorForm = lazy(() => import("./vendor-form.tsx"));
const AddSheet = lazy(() => import("./add-sheet.tsx"));

/** Every vendor, each opening what can be set about it. */
export function VendorList() {
  const say = useWords();
  const [lang, mode] = [useLanguage(), useMode()];
  const scenario = useStructure();
  const [adding, setAdding] = useState(false);
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
        <li>
          <Button className="chip" onPress={() => setAdding(true)}>
            {say("vendor.add")}
          </Button>
        </li>
      </ul>
      <Sheet title={say("vendor.add")} open={adding} onClose={() => setAdding(false)}>
        {adding && (
          <Suspense fallback={<div className="form-place" />}>
            <AtHand>{(now) => <AddSheet scenario={now} onDone={() => setAdding(false)} />}</AtHand>
          </Suspense>
        )}
      </Sheet>
      <Sheet
        title={open === null ? "" : say("vendor.open", { name: say(scenario.vendors[open].name) })}
        open={open !== null}
        onClose={() => setOpen(null)}
      >
        {open !== null && (
          <Suspense fallback={<div className="form-place" />}>
            <AtHand>{(now) => <VendorForm id={open} base={now} />}</AtHand>
          </Suspense>
        )}
      </Sheet>
    </section>
  );
}
