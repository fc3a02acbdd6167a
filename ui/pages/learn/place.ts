import { observable, useObservable } from "../../store/observable.ts";

/** Which lesson is open stands in the address, so that a link leads to it. */
const read = (): string | null => new URLSearchParams(location.search).get("lesson");
const lesson = observable<string | null>(read());
addEventListener("popstate", () => lesson.set(read()));

/** The page was left and come back to: another address. */
export const readPlace = (): void => lesson.set(read());
export const useLessonId = (): string | null => useObservable(lesson, (id) => id);

export const lessonAddress = (id: string | null): string =>
  `${location.pathname}?page=learn${id === null ? "" : `&lesson=${encodeURIComponent(id)}`}${location.hash}`;

export function turnToLesson(id: string | null): void {
  history.pushState(null, "", lessonAddress(id));
  lesson.set(id);
  scrollTo(0, 0);
}
