import { observable, useObservable } from "../../store/observable.ts";

/** Where in Learn the reader is. It stands in the address, so that a link leads there. */
interface Place {
  readonly lesson: string | null; // null: the list
  readonly forTeachers: boolean;
}

const read = (): Place => {
  const asked = new URLSearchParams(location.search);
  return { lesson: asked.get("lesson"), forTeachers: asked.get("for") === "teachers" };
};
const place = observable<Place>(read());
addEventListener("popstate", () => place.set(read()));

/** The page was left and come back to: another address. */
export const readPlace = (): void => place.set(read());
export const usePlace = (): Place => useObservable(place, (at) => at);

export const lessonAddress = (id: string | null, forTeachers = false): string =>
  [
    `${location.pathname}?page=learn`,
    id === null ? "" : `&lesson=${encodeURIComponent(id)}`,
    forTeachers ? "&for=teachers" : "",
    location.hash,
  ].join("");

export function turnToLesson(id: string | null, forTeachers = false): void {
  history.pushState(null, "", lessonAddress(id, forTeachers));
  place.set({ lesson: id, forTeachers });
  scrollTo(0, 0);
}
