import type { Tariff } from "../../../engine/index.ts";
import { NumberRowOf } from "../../controls/parameter-form.tsx";
import { useSection } from "../../i18n/index.ts";
import { NumberRows } from "./number-rows.tsx";
import { tariffWords } from "./tariff-words.ts";

type Volume = NonNullable<Tariff["volume"]>;

const NO_TERMS: Volume = { steps: [], minimum: 0, commitments: [] };
const MOST = 1e12; // [money/month]
const FIRST = 10_000;

interface Props {
  readonly volume: Tariff["volume"];
  onChange(volume: Tariff["volume"]): void;
}

/** Terms by what a buyer spends in a month, or commits to spend. */
export function TariffVolume({ volume, onChange }: Props) {
  const say = useSection(tariffWords);
  const now = volume ?? NO_TERMS;
  const set = (change: Partial<Volume>) => {
    const next = { ...now, ...change };
    const says = next.steps.length > 0 || next.commitments.length > 0 || next.minimum > 0;
    onChange(says ? next : null);
  };
  const money = { unit: "money/month", range: [0, MOST] } as const;
  const times = { label: say("times"), range: [0, 10] } as const;
  return (
    <>
      <h4>{say("volume")}</h4>
      <NumberRows<Volume["steps"][number]>
        rows={now.steps}
        columns={[
          { label: say("billBeyond"), ...money, of: (r) => r.above, with: (r, above) => ({ ...r, above }) },
          { ...times, of: (r) => r.times, with: (r, x) => ({ ...r, times: x }) },
        ]}
        add={say("addVolume")}
        remove={say("remove")}
        fresh={(last) => ({ above: 2 * (last?.above ?? FIRST / 2), times: 0.9 * (last?.times ?? 1) })}
        onChange={(steps) => set({ steps })}
      />
      <h4>{say("commitments")}</h4>
      <NumberRows<Volume["commitments"][number]>
        rows={now.commitments}
        columns={[
          { label: say("committed"), ...money, of: (r) => r.spend, with: (r, spend) => ({ ...r, spend }) },
          { ...times, of: (r) => r.times, with: (r, x) => ({ ...r, times: x }) },
        ]}
        add={say("addCommitment")}
        remove={say("removeCommitment")}
        fresh={(last) => ({ spend: 2 * (last?.spend ?? FIRST / 2), times: 0.9 * (last?.times ?? 1) })}
        onChange={(commitments) => set({ commitments })}
      />
      <div className="form">
        <NumberRowOf
          label={say("minimum")}
          {...money}
          value={now.minimum}
          usual={now.minimum}
          onChange={(minimum) => set({ minimum })}
        />
      </div>
    </>
  );
}
