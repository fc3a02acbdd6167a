import { Button } from "react-aria-components";
import { lineTo, type Session } from "../../../engine/game/index.ts";
import { useSection } from "../../i18n/index.ts";
import { turnBack, undoRound } from "./table.ts";
import { play } from "./words.ts";

/** Every round played, branch by branch: a line from where it left its parent. */
export function Rounds({ session }: { readonly session: Session }) {
  const say = useSection(play);
  const branches = branchesOf(session);
  const here = new Set(lineTo(session, session.at));
  return (
    <section className="page-section" aria-labelledby="rounds-title">
      <h2 id="rounds-title">{say("rounds")}</h2>
      <p className="note">{say("roundsIs")}</p>
      <ol className="rounds">
        {branches.map((branch, n) => (
          <li key={branch[0].id}>
            {branch.map(({ id, depth }, k) => {
              const name = depth === 0 ? say("opening") : say("round", { k: depth });
              return (
                <Button
                  key={id}
                  className="round"
                  style={k === 0 && depth > 0 ? { marginLeft: `${depth * 3.4}em` } : undefined}
                  data-line={here.has(id) || undefined}
                  aria-current={id === session.at ? "step" : undefined}
                  aria-label={n === 0 ? name : `${name}, ${say("branch", { n: n + 1 })}`}
                  onPress={() => turnBack(id)}
                >
                  {name}
                </Button>
              );
            })}
          </li>
        ))}
      </ol>
      {session.at > 0 && (
        <Button className="button" onPress={undoRound}>
          {say("undo")}
        </Button>
      )}
    </section>
  );
}

interface Spot {
  readonly id: number;
  readonly depth: number;
}

/** The tree as rows: a node's first child goes on in its row, the others begin rows of their own. */
function branchesOf(session: Session): Spot[][] {
  const rows: Spot[][] = [];
  const rowOf = new Map<number, Spot[]>();
  const seen = new Set<number>();
  session.nodes.forEach(({ parent }, id) => {
    const spot = { id, depth: lineTo(session, id).length - 1 };
    const row = parent >= 0 && !seen.has(parent) ? rowOf.get(parent)! : [];
    if (row.length === 0) rows.push(row);
    row.push(spot);
    rowOf.set(id, row);
    seen.add(parent);
  });
  return rows;
}
