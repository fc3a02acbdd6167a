import { useState } from "react";
import { Segments } from "../../controls/segments.tsx";
import { useSection } from "../../i18n/index.ts";
import { LENGTHS, type LessonWords } from "./lesson.ts";
import { Html } from "./html.tsx";
import { learn } from "./words.ts";

/** How to teach it in 20, 50 or 90 minutes; folded away from who learns. */
export function TeacherNotes({ notes }: { readonly notes: LessonWords["notes"] }) {
  const say = useSection(learn);
  const [length, setLength] = useState("50");
  const options = LENGTHS.map((n) => ({ id: String(n), text: say("minutes", { n }) }));
  return (
    <details className="notes">
      <summary>{say("notes")}</summary>
      <Segments label={say("notesFor")} options={options} value={length} onChange={setLength} />
      <Html html={notes[LENGTHS.find((n) => String(n) === length) ?? 50]} />
    </details>
  );
}
