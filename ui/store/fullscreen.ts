import { look, view } from "./view.ts";

/** How much larger a page is for who sits far away. */
const LARGER = 1.3;

/** What the pointer moved, in a page's own pixels: a page that is shown larger has fewer of them. */
export const inPage = (px: number): number => px / (view.get().full ? LARGER : 1);

view.subscribe(() => {
  const { full } = view.get();
  document.documentElement.toggleAttribute("data-present", full);
  document.documentElement.style.setProperty("--larger", String(full ? LARGER : 1));
});

/** The presenter's view: larger, on the whole screen, without tools. Where a browser refuses, the page makes room. */
export function toggleFullscreen(): void {
  const full = !view.get().full;
  look({ full });
  if (full) void document.documentElement.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement) void document.exitFullscreen();
}

document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement) look({ full: false });
});
