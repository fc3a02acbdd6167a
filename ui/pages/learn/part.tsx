import type { ReactNode } from "react";
import { Html } from "./html.tsx";

interface Props {
  readonly title: string;
  readonly html?: string;
  readonly children?: ReactNode;
}

/** One part of a lesson, its name at the left. */
export const Part = ({ title, html, children }: Props) => (
  <section className="part">
    <h2>{title}</h2>
    <div className="part-body">
      {html !== undefined && <Html html={html} />}
      {children}
    </div>
  </section>
);
