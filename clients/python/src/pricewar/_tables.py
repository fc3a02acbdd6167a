"""Tables of a run folder, as pandas or Arrow."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

from ._command import ask


def read_table(folder: Path, table: str) -> pd.DataFrame:
    """A Parquet table by pyarrow or fastparquet; where neither is installed, by way of the command's own CSV."""
    source = folder / f"{table}.parquet"
    try:
        frame = pd.read_parquet(source)
    except ImportError:
        with tempfile.TemporaryDirectory() as scratch:
            target = Path(scratch) / f"{table}.csv"
            ask(["export", str(folder), "--table", table, "--format", "csv", "--out", str(target), "--quiet"])
            frame = pd.read_csv(target, encoding="utf-8-sig")
    if "date" in frame:
        frame["date"] = pd.to_datetime(frame["date"])
    return frame


def arrow_table(folder: Path, table: str) -> Any:
    """The same as a pyarrow.Table, its metadata the manifest. Needs pyarrow."""
    import pyarrow.parquet as parquet  # type: ignore[import-not-found]

    return parquet.read_table(folder / f"{table}.parquet")
