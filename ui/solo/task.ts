import type { ClassPlan } from "../../engine/class/index.ts";
import type { Lesson } from "../pages/learn/lesson.ts";

/** What a page that stands alone is about: a lesson, or a game against bots. It is written into the page as data. */
type Task =
  | { readonly kind: "lesson"; readonly lesson: Lesson }
  | { readonly kind: "game"; readonly plan: ClassPlan; readonly vendor: string };

export const task = JSON.parse(document.getElementById("task")!.textContent ?? "") as Task;
