import { Button } from "react-aria-components";
import { meterOf } from "../../../charts/data/lanes.ts";
import type { Meter, Recording } from "../../../engine/index.ts";
import { listPrice, PER, priceUnit, QUOTED } from "../../../words/format.ts";
import { fullName } from "../../../words/names.ts";
import { DateField } from "../../controls/date-field.tsx";
import { IconButton } from "../../controls/icon-button.tsx";
import { Sheet } from "../../controls/sheet.tsx";
import { useWords } from "../../i18n/index.ts";
import { edit, useApp } from "../../store/app.ts";
import { atInput, deleteMoves, posted, putMove, takeOver } from "../../store/edit-moves.ts";
import { useLanguage } from "../../store/preferences.ts";
import { type Cut, release } from "../../store/session.ts";
import { useRun } from "./chart-data.ts";
import { AddForm } from "./add-move.tsx";
import { PriceField } from "./move-fields.tsx";
import { PasteForm } from "./paste-form.tsx";

interface Props {
  readonly open: boolean;
  onClose(): void;
}

/** Every price move as a row to edit: the strip's equal for keyboards, screen readers and thumbs. */
export default function MovesSheet({ open, onClose }: Props) {
  const say = useWords();
  const lang = useLanguage();
  const { scenario } = useRun();
  return (
    <Sheet wide title={say("strip.title")} open={open} onClose={onClose}>
      <p className="sub">{say("strip.unit", { unit: priceUnit(scenario.currency, lang) })}</p>
      {open && <AddForm />}
      {open && <PasteForm />}
      {open && <MovesTable />}
    </Sheet>
  );
}

/** As prices of its kind are quoted: per million tokens, a month, a second. */
const quoted = (x: number, meter: Meter) => (meter === "token" ? x : posted(x * QUOTED[meter]));

const spanOf = ({ dates }: Recording) => ({ first: dates[0], last: dates[dates.length - 1] });

const rowsOf = ({ moves, dates, productIds }: Recording) =>
  moves.map(({ tick, product, from, to, rule }) => ({
    from,
    to,
    rule,
    date: dates[tick],
    product: productIds[product],
  }));

function MovesTable() {
  const say = useWords();
  const { recording } = useRun();
  const rows = rowsOf(recording);
  if (rows.length === 0) return <p>{say("strip.none")}</p>;
  const heads = ["strip.product", "strip.date", "strip.before", "strip.input", "strip.output", "strip.by"] as const;
  return (
    <div className="table-scroll">
      <table className="data moves">
        <thead>
          <tr>
            {heads.map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
            <th scope="col">
              <span className="hidden">{say("strip.edit")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, k) => (
            // A row keeps its place while its date is typed.
            // oxlint-disable-next-line react/no-array-index-key
            <MoveRow key={`${row.product}/${k}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type MovesRow = ReturnType<typeof rowsOf>[number];

function MoveRow({ row }: { readonly row: MovesRow }) {
  const say = useWords();
  const lang = useLanguage();
  const { scenario, recording } = useRun();
  const cut: Cut = { date: row.date, product: row.product, ...row.to };
  const put = (changed: Cut) => edit((s) => putMove(s, recording, row, changed));
  const name = fullName(scenario, row.product, lang);
  const meter = meterOf(recording, row.product);
  const { from, to } = row;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <DateField
          label={`${name}, ${say("strip.date")}`}
          value={row.date}
          {...spanOf(recording)}
          onChange={(date) => put({ ...cut, date })}
        />
      </td>
      <td>
        {meter === "token" ? `${posted(from.input)} / ${posted(from.output)}` : listPrice(from.input, meter, lang)}
      </td>
      <td>
        <PriceField
          label={`${name}, ${say("strip.input")}`}
          value={quoted(to.input, meter)}
          onChange={(input) => put(atInput(cut, input / QUOTED[meter]))}
        />
        {meter !== "token" && say(PER[meter])}
      </td>
      <td>
        {meter === "token" && (
          <PriceField
            label={`${name}, ${say("strip.output")}`}
            value={to.output}
            onChange={(output) => put({ ...cut, output })}
          />
        )}
      </td>
      <td>{say(isSet(row) ? "strip.set" : "strip.reaction")}</td>
      <td className="row-tools">
        <RowTools row={row} name={name} />
      </td>
    </tr>
  );
}

const isSet = ({ rule }: MovesRow): boolean => rule === "event" || rule === "scripted";

/** Who decides about the product, and an end to the move. */
function RowTools({ row, name }: { readonly row: MovesRow; readonly name: string }) {
  const say = useWords();
  const { recording } = useRun();
  const held = useApp((s) => s.history.now.held.includes(row.product));
  const moves = { date: row.date, products: [row.product] };
  return (
    <>
      {held && (
        <Button className="link" onPress={() => edit((s) => release(s, moves.products))}>
          {say("strip.letModel")}
        </Button>
      )}
      {!held && !isSet(row) && (
        <Button className="link" onPress={() => edit((s) => takeOver(s, recording, moves))}>
          {say("strip.pin")}
        </Button>
      )}
      <IconButton
        icon="close"
        label={say("strip.remove", { what: `${name} ${row.date}` })}
        onPress={() => edit((s) => deleteMoves(s, recording, moves))}
      />
    </>
  );
}
