import { useEffect, useState } from "react";
import { inBoth, type Text } from "../../../engine/index.ts";
import { type CaseFile, type Verdict } from "../../../engine/validation.ts";
import { openValidator } from "../../../workers/validator.ts";
import { useSection } from "../../i18n/index.ts";
import { model } from "./words.ts";
import { DataSection } from "./data-section.tsx";

const files = import.meta.glob<CaseFile>("../../../scenarios/validation/*.json", { import: "default" });

/** Published results, recomputed one by one in a worker while the page is open. */
export function Published() {
  const say = useSection(model);
  const verdicts = useVerdicts();
  const words = { pass: say("pass"), fail: say("fail"), slow: say("slow"), "not-covered": say("notCovered") };
  const rows = verdicts.map(({ title, id, verdict }) => [
    say(title) || id,
    verdict ? count(verdict) : "",
    verdict ? words[verdict.status] : say("waiting"),
    verdict ? say(verdict.source) : "",
  ]);
  const head = [say("case"), say("numbers"), say("verdict"), say("source")];
  return <DataSection title={say("published")} lead={say("publishedIs")} head={head} rows={rows} />;
}

const count = ({ rows }: Verdict): string =>
  rows.length > 0 ? `${rows.filter((r) => r.pass).length} / ${rows.length}` : "";

interface Row {
  readonly id: string;
  readonly title: Text;
  readonly verdict: Verdict | null;
}

function useVerdicts(): readonly Row[] {
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    const { service, end } = openValidator();
    let left = false;
    void (async () => {
      const cases = await Promise.all(Object.values(files).map((load) => load()));
      if (left) return;
      setRows(cases.map(({ id, title }) => ({ id, title: inBoth(title), verdict: null })));
      for (const file of cases) {
        const verdict = await service.check(file);
        if (left) return;
        setRows((now) => now.map((row) => (row.id === file.id ? { ...row, verdict } : row)));
      }
    })();
    return () => {
      left = true;
      end();
    };
  }, []);
  return rows;
}
