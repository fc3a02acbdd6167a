import { type RefObject, useEffect, useState } from "react";

/** Inner width of an element [px], kept up as it changes. */
export function useWidth(ref: RefObject<HTMLElement | null>, first = 1000): number {
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    // Hidden while its page is being fetched, an element has no width: that is none to draw in.
    const measure = () => element.clientWidth > 0 && setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
