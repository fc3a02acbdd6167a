import { sankey, sankeyJustify, sankeyLinkHorizontal } from "d3-sankey";
import type { UserSwitch } from "../../engine/index.ts";

export interface FlowNode {
  readonly id: string; // product or "" for none
  readonly side: "from" | "to";
  readonly users: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly users: number;
  readonly d: string;
  readonly width: number;
}

/** A picture of who went where: products they left on one side, those they came to on the other. */
interface FlowLayout {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  /** Users in pairs too small to draw. */
  readonly rest: number;
}

export const NODE = 10; // width of a node [px]
const LABEL = 15; // least distance of two labels [px]

/** Height at which nobody's label runs into another's and flows still get most of the room [px]. */
export function flowHeight(switches: readonly UserSwitch[], most = MOST): number {
  const shown = switches.slice(0, most);
  const nodes = Math.max(new Set(shown.map((s) => s.from)).size, new Set(shown.map((s) => s.to)).size);
  return 180 + LABEL * nodes;
}

const MOST = 20;

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly most?: number; // pairs drawn, the largest
}

export function flowLayout(switches: readonly UserSwitch[], { left, right, height, most = MOST }: Frame): FlowLayout {
  const shown = switches.filter((s) => s.users > 0).slice(0, most);
  const rest = switches.slice(shown.length).reduce((sum, s) => sum + s.users, 0);
  if (shown.length === 0) return { nodes: [], links: [], rest };
  const key = (side: string, id: string | null) => `${side}:${id ?? ""}`;
  const names = [...new Set(shown.flatMap((s) => [key("from", s.from), key("to", s.to)]))];
  const graph = sankey<{ name: string }, object>()
    .nodeId((n) => n.name)
    .nodeAlign(sankeyJustify)
    .nodeWidth(NODE)
    .nodePadding(LABEL)
    .extent([
      [left, LABEL / 2],
      [right, height - LABEL / 2],
    ])({
    nodes: names.map((name) => ({ name })),
    links: shown.map((s) => ({ source: key("from", s.from), target: key("to", s.to), value: s.users })),
  });
  const path = sankeyLinkHorizontal();
  const part = (name: string) => name.slice(name.indexOf(":") + 1);
  return {
    nodes: graph.nodes.map((n) => ({
      id: part(n.name),
      side: n.name.startsWith("from") ? "from" : "to",
      users: n.value ?? 0,
      x: n.x0!,
      y: n.y0!,
      height: n.y1! - n.y0!,
    })),
    links: graph.links.map((l) => ({
      from: part((l.source as { name: string }).name),
      to: part((l.target as { name: string }).name),
      users: l.value,
      d: path(l as never) ?? "",
      width: l.width ?? 0,
    })),
    rest,
  };
}
