"""What calls give back: pandas frames with where they come from."""

from __future__ import annotations

import fnmatch
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Mapping, Optional

import pandas as pd

from ._tables import arrow_table, read_table

_GROUPS = {"vendors": "vendor", "products": "product", "segments": "segment", "market": "market"}


class _Folder:
    """A folder that a run left: its tables are read when they are asked for."""

    def __init__(self, folder: Path, kept: Any = None) -> None:
        self.folder = folder
        self._kept = kept  # a temporary folder lasts as long as its result

    def _json(self, name: str) -> Mapping[str, Any]:
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    @cached_property
    def manifest(self) -> Mapping[str, Any]:
        """What was run, by which version: enough to run it again."""
        return self._json("manifest.json")

    @cached_property
    def summary(self) -> Mapping[str, Any]:
        """What came out."""
        return self._json("summary.json")

    @cached_property
    def series(self) -> pd.DataFrame:
        """Long: date, entity, id, metric, value. Flows are per week."""
        return read_table(self.folder, "series")

    def arrow(self, table: str = "series") -> Any:
        """A table as a pyarrow.Table. Needs pyarrow."""
        return arrow_table(self.folder, table)


class Run(_Folder):
    """One run."""

    @property
    def fingerprint(self) -> str:
        """Equal only where every recorded number is."""
        return self.manifest["fingerprint"]

    @property
    def headline(self) -> pd.Series:
        """The answers in numbers: how far prices and costs fell, who gained."""
        return pd.Series(self.summary["headline"], name=self.manifest["scenario"]["id"])

    @property
    def moves(self) -> pd.DataFrame:
        """Every change of a list price, with its rule and reason."""
        return pd.json_normalize(list(self.summary["moves"]))

    def __getitem__(self, path: str) -> pd.DataFrame:
        """Columns by path, `*` for every name: `run["vendors.*.tokenShare"]`, dates down."""
        group, _, rest = path.partition(".")
        if group not in _GROUPS or not rest:
            raise KeyError(f"{path}: expected market.<name>, vendors.<id>.<name> or products.<vendor>.<id>.<name>")
        columns = self._columns(group)
        names = sorted(name for name in columns if fnmatch.fnmatchcase(name, rest))
        if not names:
            raise KeyError(f"{path}: no such series; {group} has {', '.join(sorted({n.split('.')[-1] for n in columns}))}")
        frame = pd.DataFrame({name: columns[name] for name in names}, index=self._dates, dtype=float)
        frame.attrs["path"] = path
        return frame

    @cached_property
    def _dates(self) -> pd.DatetimeIndex:
        return pd.DatetimeIndex(self.summary["dates"], name="date")

    def _columns(self, group: str) -> "dict[str, list[Optional[float]]]":
        """What a group's entities have, metrics first, then what is recorded."""
        if group == "market":
            return dict(self.summary["market"])
        return {
            f"{entity['id']}.{name}": column
            for entity in self.summary[group]
            for name, column in entity.items()
            if isinstance(column, list)
        }

    def plot(self, path: str = "vendors.*.tokenShare", **how: Any) -> Any:
        """Lines over time of what `path` names, by matplotlib; the axes. Needs matplotlib."""
        axes = self[path].plot(title=f"{self.manifest['scenario']['id']}: {path}", xlabel="", **how)
        axes.figure.text(0.99, 0.01, self._source(), ha="right", va="bottom", size="x-small", color="gray")
        return axes

    def _source(self) -> str:
        m = self.manifest
        return f"pricewar {m['version']}, seed {m['seed']}, {self.fingerprint}"

    def __repr__(self) -> str:
        return f"<pricewar.Run {self.manifest['scenario']['id']} seed {self.manifest['seed']} {self.fingerprint}>"


class Sweep(_Folder):
    """A design's runs."""

    @cached_property
    def runs(self) -> pd.DataFrame:
        """A row a run: what was set, and every output."""
        return read_table(self.folder, "runs")

    @property
    def outputs(self) -> pd.DataFrame:
        """Every output over all runs: mean, spread, quantiles."""
        return _outputs(self.summary)


@dataclass(frozen=True, repr=False)
class Ensemble:
    """One scenario over many seeds."""

    summary: Mapping[str, Any] = field(repr=False)

    @property
    def outputs(self) -> pd.DataFrame:
        """Every output over all runs: mean, its 95 % interval, spread, quantiles."""
        return _outputs(self.summary)

    @property
    def probabilities(self) -> pd.DataFrame:
        """How often each statement held."""
        return pd.DataFrame(self.summary["statements"])

    def __repr__(self) -> str:
        said = self.summary
        return f"<pricewar.Ensemble {said['scenario']} seed {said['seed']}, {said['runs']} runs>\n{self.outputs}"

    def _repr_html_(self) -> str:
        return self.outputs._repr_html_()


@dataclass(frozen=True, repr=False)
class Comparison:
    """`other` less `base`, over pairs of runs that share their draws."""

    summary: Mapping[str, Any] = field(repr=False)

    @cached_property
    def differences(self) -> pd.DataFrame:
        """By path: base, other, mean of the difference, its 95 % interval."""
        found = self.summary["differences"][0]
        rows = {f"market.{name}": d for name, d in found.items() if "mean" in d}
        for group in ("vendors", "products", "segments"):
            for entity, metrics in (found.get(group) or {}).items():
                rows.update({f"{group}.{entity}.{name}": d for name, d in metrics.items()})
        frame = pd.DataFrame.from_dict(rows, orient="index", dtype=float)
        frame.index.name = "path"
        return frame[["base", "other", "mean", "low", "high"]]

    def __repr__(self) -> str:
        base, other = self.summary["scenarios"][:2]
        return f"<pricewar.Comparison {other} less {base}, {self.summary['pairs']} pairs>\n{self.differences}"

    def _repr_html_(self) -> str:
        return self.differences._repr_html_()


def _outputs(summary: Mapping[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame(list(summary["outputs"])).set_index("id")
    quantiles = pd.DataFrame(frame.pop("quantiles").tolist(), index=frame.index)
    quantiles.columns = ["q05", "q25", "q50", "q75", "q95"]
    return frame.join(quantiles).apply(pd.to_numeric, errors="coerce")
