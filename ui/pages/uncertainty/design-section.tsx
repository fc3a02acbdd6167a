import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";
import { useSection } from "../../i18n/index.ts";
import { designWords } from "../../parts/design-words.ts";

/** Brings the YAML parser and the schema: only who opens a design loads them. */
const DesignRunner = lazy(() => import("./design-runner.tsx"));

export function DesignSection() {
  const say = useSection(designWords);
  const [open, setOpen] = useState(false);
  return (
    <section className="page-section" aria-labelledby="design-title">
      <h2 id="design-title">{say("title")}</h2>
      <p className="note">{say("lead")}</p>
      {open ? (
        <Suspense fallback={<p>{say("loading")}</p>}>
          <DesignRunner />
        </Suspense>
      ) : (
        <Button className="button" onPress={() => setOpen(true)}>
          {say("open")}
        </Button>
      )}
    </section>
  );
}
