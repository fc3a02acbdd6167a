"""The command line: where it is, what it is asked, what it answers."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import threading
from typing import Any, Iterable, Mapping, Optional, Sequence, Union

from ._progress import Progress

Value = Union[str, int, float, bool]


class PricewarError(Exception):
    """What the command said of bad input, or of a run that failed; `code` is 2 or 1."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def command() -> Sequence[str]:
    """The words that start pricewar: those of the variable PRICEWAR, or what is on the path, or npx."""
    given = os.environ.get("PRICEWAR")
    if given:
        return shlex.split(given)
    found = shutil.which("pricewar")
    if found:
        return [found]
    npx = shutil.which("npx")
    if npx:
        return [npx, "--yes", "pricewar"]
    raise PricewarError("pricewar is not installed: npm install -g pricewar (Node 20.19 or newer)", 2)


def version() -> str:
    """The version of the command."""
    return subprocess.run([*command(), "--version"], check=True, capture_output=True, text=True).stdout.strip()


def flags(
    set: Optional[Mapping[str, Value]] = None,
    **named: Optional[Value],
) -> Sequence[str]:
    """Named arguments as flags; what is None is left out."""
    words = []
    for path, value in (set or {}).items():
        words += ["--set", f"{path}={_said(value)}"]
    for name, value in named.items():
        if value is not None:
            words += [f"--{name.replace('_', '-')}", _said(value)]
    return words


def _said(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def ask(words: Iterable[str], progress: Optional[bool] = None) -> Any:
    """Runs a verb with --json and gives its one object; `progress` shows how far it is (by default in notebooks)."""
    out, err = _communicate([*command(), *words, "--json"], Progress(progress))
    return json.loads(out) if out.strip() else None


def _communicate(words: Sequence[str], progress: Progress) -> "tuple[str, str]":
    environment = {**os.environ, "PRICEWAR_PROGRESS": "lines"}
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    )
    said: "list[str]" = []

    def listen() -> None:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("progress "):
                progress.update(float(line.split()[1]))
            else:
                said.append(line)

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        assert process.stdout is not None
        out = process.stdout.read()
        code = process.wait()
    except KeyboardInterrupt:
        process.terminate()
        raise
    finally:
        listener.join(timeout=5)
        progress.end()
    if code != 0:
        raise PricewarError("".join(said).strip(), code)
    return out, "".join(said)
