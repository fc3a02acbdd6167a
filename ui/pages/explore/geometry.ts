import { createContext, useContext, useEffect, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import { useDense } from "../../store/preferences.ts";

/** How wide things are, from the room there is. All panels share it: one time axis. */
interface Geometry {
  readonly width: number;
  readonly left: number; // gutter of tick labels [px]
  readonly right: number; // gutter of names and values
  readonly changes: boolean; // whether the gutter has room for its last column
  readonly upper: number; // heights of the plots
  readonly lower: number;
  readonly lane: number;
}

const PAPER = 1000; // width on paper, whatever the screen had: theme/print.css [px]
const HEAD = 470; // what else stands above and between at 900 px of height

function geometryOf(width: number, viewport: number, dense = false): Geometry {
  const phone = width < 520;
  const narrow = width < 760;
  const spare = Math.max(0, viewport - HEAD - 182 - 206 - 9 * 17);
  return {
    width,
    left: phone ? 32 : 46,
    right: phone ? 134 : narrow ? 138 : 186,
    changes: !narrow,
    upper: phone ? 170 : 182 + Math.min(80, Math.round(spare * 0.4)),
    lower: phone ? 190 : 206 + Math.min(110, Math.round(spare * 0.6)),
    lane: dense ? 15 : width >= 1200 ? 20 : 17,
  };
}

export const GeometryContext = createContext<Geometry>(geometryOf(1044, 900));
export const useGeometry = (): Geometry => useContext(GeometryContext);

/** The geometry of an element, kept up as it and the window change. */
export function useMeasured(ref: RefObject<HTMLElement | null>): Geometry {
  const dense = useDense();
  const [geometry, set] = useState(() => geometryOf(Math.min(1044, innerWidth - 32), innerHeight));
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    // Without a width nothing is seen, and charts would be drawn inside out.
    const measure = () =>
      element.clientWidth > 0 && set(geometryOf(Math.floor(element.clientWidth), innerHeight, dense));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    const print = () => flushSync(() => set(geometryOf(PAPER, innerHeight)));
    addEventListener("beforeprint", print);
    addEventListener("afterprint", measure);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", print);
      removeEventListener("afterprint", measure);
    };
  }, [ref, dense]);
  return geometry;
}
