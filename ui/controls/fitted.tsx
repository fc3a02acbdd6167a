import { type ReactNode, useEffect, useRef, useState } from "react";

/** Draws with the width there is, and again when it changes. */
export function Fitted({ height, children }: { readonly height?: number; children(width: number): ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className="fitted" style={{ minHeight: height }}>
      {width > 0 && children(width)}
    </div>
  );
}
