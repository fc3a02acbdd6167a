import type { ReactNode } from "react";
import { lessonAddress, turnToLesson } from "./place.ts";

interface Props {
  readonly id: string | null; // null: the list
  readonly forTeachers?: boolean;
  readonly children: ReactNode;
}

/** A link within Learn: it turns the page without loading it anew. */
export const LessonLink = ({ id, forTeachers = false, children }: Props) => (
  <a href={lessonAddress(id, forTeachers)} onClick={(e) => (e.preventDefault(), turnToLesson(id, forTeachers))}>
    {children}
  </a>
);
