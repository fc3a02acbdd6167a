"""A price-war simulator of the LLM-API market, in pandas.

    import pricewar
    pricewar.run("china-2024").plot("vendors.*.tokenShare")

Every call runs the `pricewar` command (Node 20.19 or newer) and reads what it leaves behind; nothing is computed here.
"""

from ._calls import compare, ensemble, run, sweep
from ._command import PricewarError, command, version
from ._results import Comparison, Ensemble, Run, Sweep

__all__ = [
    "Comparison",
    "Ensemble",
    "PricewarError",
    "Run",
    "Sweep",
    "command",
    "compare",
    "ensemble",
    "run",
    "sweep",
    "version",
]
