import { look, view } from "./view.ts";

/** Charts alone on the whole screen, for a projector. Where a browser refuses, the page at least makes room. */
export function toggleFullscreen(): void {
  const full = !view.get().full;
  look({ full });
  if (full) void document.documentElement.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement) void document.exitFullscreen();
}

document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement) look({ full: false });
});
