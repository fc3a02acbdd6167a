import { type Language, say, type UserSwitch } from "../../engine/index.ts";
import { count } from "../../words/format.ts";
import { type Named, productName } from "../../words/names.ts";
import { flowLayout, type FlowNode, NODE } from "../geometry/flow-layout.ts";
import { inkIn, type ChartTheme } from "../theme/theme.ts";
import { Frame } from "./frame.tsx";

interface Props {
  readonly switches: readonly UserSwitch[];
  readonly scenario: Named;
  readonly width: number; // [px]
  readonly height: number;
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string;
}

const NONE = {
  from: { en: "had none", zh: "此前未用" },
  to: { en: "use none now", zh: "不再使用" },
};

/** Who went from which product to which (a Sankey diagram): width is users, colour is whom they left. */
export function FlowChart({ switches, scenario, width, height, theme, lang, summary }: Props) {
  const side = width < 480 ? 118 : 150;
  const { nodes, links } = flowLayout(switches, { left: side, right: width - side, height });
  const colorOf = (id: string) => {
    const vendor = id.split(".")[0];
    return id === "" ? theme.ghost : inkIn(scenario.vendors, vendor, theme.mode).mark;
  };
  const name = ({ id, side: at }: FlowNode) => (id === "" ? say(NONE[at], lang) : productName(scenario, id, lang));
  return (
    <Frame width={width} height={height} summary={summary} size={width < 480 ? 11 : 12}>
      <g fill="none" strokeOpacity={0.35}>
        {links.map((l) => (
          <path
            key={`${l.from}/${l.to}`}
            d={l.d}
            stroke={colorOf(l.from === "" ? l.to : l.from)}
            strokeWidth={Math.max(1, l.width)}
          >
            <title>{count(l.users, lang)}</title>
          </path>
        ))}
      </g>
      {nodes.map((n) => (
        <g key={`${n.side}/${n.id}`}>
          <rect x={n.x} y={n.y} width={NODE} height={Math.max(1, n.height)} fill={colorOf(n.id)} />
          <text
            x={n.side === "from" ? n.x - 6 : n.x + NODE + 6}
            y={n.y + n.height / 2 + 4}
            textAnchor={n.side === "from" ? "end" : "start"}
            fill={theme.ink}
          >
            {name(n)}{" "}
            <tspan fill={theme.ink3} fontSize={11}>
              {count(n.users, lang)}
            </tspan>
          </text>
        </g>
      ))}
    </Frame>
  );
}
