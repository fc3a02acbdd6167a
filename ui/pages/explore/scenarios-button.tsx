import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";
import { Sheet } from "../../controls/sheet.tsx";
import { useWords } from "../../i18n/index.ts";

const ScenariosSheet = lazy(() => import("./scenarios-sheet.tsx"));

/** Opens the library with its pictures, and the scenarios the person keeps. */
export function ScenariosButton() {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="link" onPress={() => setOpen(true)}>
        {say("scenarios.all")}
      </Button>
      <Sheet wide title={say("scenarios.title")} open={open} onClose={() => setOpen(false)}>
        {open && (
          <Suspense fallback={<div className="form-place" />}>
            <ScenariosSheet onDone={() => setOpen(false)} />
          </Suspense>
        )}
      </Sheet>
    </>
  );
}
