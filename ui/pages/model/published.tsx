import { useEffect, useState } from "react";
import type { CaseFile, Verdict } from "../../../engine/index.ts";
import { openValidator } from "../../../workers/validator.ts";
import { useWords } from "../../i18n/index.ts";
import { DataSection } from "./data-section.tsx";

const files = import.meta.glob<CaseFile>("../../../scenarios/validation/*.json", { import: "default" });

/** Published results, recomputed one by one in a worker while the page is open. */
export function Published() {
  const say = useWords();
  const verdicts = useVerdicts();
  const words = { pass: say("model.pass"), fail: say("model.fail"), slow: say("model.slow"), "not-covered": say("model.notCovered") }; // prettier-ignore
  const rows = verdicts.map(({ title, id, verdict }) => [
    title || id,
    verdict ? count(verdict) : "",
    verdict ? words[verdict.status] : say("model.waiting"),
    verdict?.source ?? "",
  ]);
  const head = [say("model.case"), say("model.numbers"), say("model.verdict"), say("model.source")];
  return <DataSection title={say("model.published")} lead={say("model.publishedIs")} head={head} rows={rows} />;
}

const count = ({ rows }: Verdict): string =>
  rows.length > 0 ? `${rows.filter((r) => r.pass).length} / ${rows.length}` : "";

interface Row {
  readonly id: string;
  readonly title: string;
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
      setRows(cases.map(({ id, title }) => ({ id, title, verdict: null })));
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
