"""The verbs, as functions."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, Mapping, Optional, Sequence, Union

from ._command import Value, ask, flags
from ._results import Comparison, Ensemble, Run, Sweep

Settings = Mapping[str, Value]


def run(
    scenario: str,
    *,
    set: Optional[Settings] = None,
    seed: Union[str, int, None] = None,
    agents: Optional[int] = None,
    weeks: Optional[int] = None,
    out: Union[str, Path, None] = None,
    lang: Optional[str] = None,
    progress: Optional[bool] = None,
) -> Run:
    """Runs a scenario (an id of the library, or a file) once. `out` keeps the run folder; a temporary one goes with
    the result.

        pricewar.run("china-2024", set={"vendors.deepseek.products.v2.price.input": "4 CNY/Mtok"})
    """
    folder, kept = _folder(out)
    words = flags(set, seed=seed, agents=agents, weeks=weeks, lang=lang)
    page = [] if out is not None else ["--no-sql"]  # nobody opens a page in a folder that goes away
    ask(["run", scenario, "--out", str(folder), *page, *words], progress)
    return Run(folder, kept)


def compare(
    base: str,
    other: str,
    *,
    runs: int = 20,
    set: Optional[Settings] = None,
    seed: Union[str, int, None] = None,
    agents: Optional[int] = None,
    weeks: Optional[int] = None,
    progress: Optional[bool] = None,
) -> Comparison:
    """`other` less `base` over pairs of runs on the same draws. `set` changes both."""
    words = flags(set, runs=runs, seed=seed, agents=agents, weeks=weeks)
    return Comparison(ask(["compare", base, other, *words], progress))


def ensemble(
    scenario: str,
    *,
    runs: int = 200,
    outputs: Optional[Sequence[str]] = None,
    probabilities: Optional[Sequence[str]] = None,
    set: Optional[Settings] = None,
    seed: Union[str, int, None] = None,
    agents: Optional[int] = None,
    weeks: Optional[int] = None,
    progress: Optional[bool] = None,
) -> Ensemble:
    """One scenario over many seeds; `probabilities` are statements such as `vendors.zhipu.tokenShare < 10%`."""
    asked = {
        "output": ",".join(outputs) if outputs else None,
        "probability": ";".join(probabilities) if probabilities else None,
    }
    words = flags(set, runs=runs, seed=seed, agents=agents, weeks=weeks, **asked)
    return Ensemble(ask(["ensemble", scenario, *words], progress))


def sweep(
    design: Union[str, Path, Mapping[str, Any]],
    *,
    set: Optional[Settings] = None,
    seed: Union[str, int, None] = None,
    agents: Optional[int] = None,
    weeks: Optional[int] = None,
    out: Union[str, Path, None] = None,
    resume: bool = False,
    backend: Optional[str] = None,
    progress: Optional[bool] = None,
) -> Sweep:
    """Runs a design: a file, the id of one that comes along, or a mapping that says what a file would."""
    folder, kept = _folder(out)
    words = [*flags(set, seed=seed, agents=agents, weeks=weeks, backend=backend), *(["--resume"] if resume else [])]
    if isinstance(design, Mapping):
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch) / "design.yaml"
            file.write_text(json.dumps(design), encoding="utf-8")  # JSON is YAML
            ask(["sweep", str(file), "--out", str(folder), *words], progress)
    else:
        ask(["sweep", str(design), "--out", str(folder), *words], progress)
    return Sweep(folder, kept)


def _folder(out: Union[str, Path, None]) -> "tuple[Path, Any]":
    if out is not None:
        return Path(out), None
    kept = tempfile.TemporaryDirectory(prefix="pricewar-")
    return Path(kept.name) / "run", kept
