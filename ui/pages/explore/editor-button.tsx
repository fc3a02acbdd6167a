import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";
import { Sheet } from "../../controls/sheet.tsx";
import { useWords } from "../../i18n/index.ts";

/** The editor brings the YAML parser and the schema: only who opens it loads them. */
const Editor = lazy(() => import("./editor.tsx"));

export function EditorButton() {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="link" onPress={() => setOpen(true)}>
        {say("levers.editYaml")}
      </Button>
      <Sheet wide title={say("editor.title")} open={open} onClose={() => setOpen(false)}>
        {open && (
          <Suspense fallback={<p>{say("editor.checking")}</p>}>
            <Editor />
          </Suspense>
        )}
      </Sheet>
    </>
  );
}
