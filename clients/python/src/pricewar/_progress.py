"""A bar that says how far a run is: in notebooks a widget of HTML, elsewhere nothing unless asked for."""

from __future__ import annotations

import sys
from typing import Any, Optional


def _in_notebook() -> bool:
    try:
        from IPython import get_ipython  # type: ignore[import-not-found]
    except ImportError:
        return False
    shell = get_ipython()
    return shell is not None and shell.__class__.__name__ == "ZMQInteractiveShell"


class Progress:
    """`wanted`: None shows it in notebooks only."""

    def __init__(self, wanted: Optional[bool]) -> None:
        self._notebook = _in_notebook()
        self._shown = self._notebook if wanted is None else wanted
        self._handle: Any = None

    def update(self, done: float) -> None:
        if not self._shown:
            return
        if self._notebook:
            self._draw(done)
        else:
            sys.stderr.write(f"\r{done:4.0%}")
            sys.stderr.flush()

    def _draw(self, done: float) -> None:
        from IPython.display import HTML, display  # type: ignore[import-not-found]

        bar = HTML(f'<progress max="1" value="{done:.3f}" style="width:20em"></progress> {done:.0%}')
        if self._handle is None:
            self._handle = display(bar, display_id=True)
        else:
            self._handle.update(bar)

    def end(self) -> None:
        if not self._shown:
            return
        if self._handle is not None:
            self._draw(1.0)
        elif not self._notebook:
            sys.stderr.write("\r\033[K")
