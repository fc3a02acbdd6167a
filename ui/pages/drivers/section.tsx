import type { ReactNode } from "react";

interface Props {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** A heading, a line in plain words, tools at the right. */
export const Section = ({ id, title, lead, tools, children }: Props) => (
  <section className="driver" id={id} aria-labelledby={`title-${id}`}>
    <header>
      <h2 id={`title-${id}`}>{title}</h2>
      {tools}
    </header>
    {lead && <p className="lead">{lead}</p>}
    {children}
  </section>
);
