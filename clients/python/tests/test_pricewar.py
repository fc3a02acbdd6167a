"""The package against the built command: what it gives is what the command said."""

import json
import subprocess

import pandas as pd
import pytest

import pricewar

SMALL = {"agents": 300, "weeks": 6}


def spoken(*words: str) -> dict:
    asked = [*pricewar.command(), *words, "--agents", "300", "--weeks", "6", "--json", "--quiet"]
    return json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)


@pytest.fixture(scope="module")
def run() -> pricewar.Run:
    return pricewar.run("china-2024", seed=2, **SMALL)


def test_a_run_is_the_commands_run_to_the_bit(run: pricewar.Run) -> None:
    said = spoken("run", "china-2024", "--seed", "2")
    assert run.fingerprint == said["fingerprint"]
    shares = run["vendors.*.tokenShare"]
    assert list(shares["zhipu.tokenShare"]) == next(v for v in said["vendors"] if v["id"] == "zhipu")["tokenShare"]
    assert isinstance(shares.index, pd.DatetimeIndex)
    assert run.headline["priceFall"] == said["headline"]["priceFall"]


def test_the_long_table_holds_the_same_numbers(run: pricewar.Run) -> None:
    long = run.series
    assert list(long.columns) == ["date", "entity", "id", "metric", "value"]
    wide = run["products.zhipu.glm-4.priceInput"].iloc[:, 0]
    rows = long[(long.id == "zhipu.glm-4") & (long.metric == "priceInput")]
    assert list(rows.value) == list(wide)
    assert rows.date.iloc[0] == wide.index[0]


def test_values_can_be_set_with_their_units(run: pricewar.Run) -> None:
    dear = pricewar.run("china-2024", set={"vendors.deepseek.products.v2.price.input": "8 CNY/Mtok"}, seed=2, **SMALL)
    assert dear["products.deepseek.v2.priceInput"].iloc[-1, 0] == 8
    assert dear.fingerprint != run.fingerprint


def test_a_folder_can_be_kept(tmp_path) -> None:
    kept = pricewar.run("china-2024", out=tmp_path / "one", **SMALL)
    assert (tmp_path / "one" / "report.html").exists()
    assert kept.folder == tmp_path / "one"


def test_bad_input_is_said_in_the_commands_words() -> None:
    with pytest.raises(pricewar.PricewarError, match="did you mean .zhipu.") as raised:
        pricewar.run("china-2024", set={"vendors.zhipuu.trust": 1}, **SMALL)
    assert raised.value.code == 2
    with pytest.raises(pricewar.PricewarError, match="是不是"):
        pricewar.run("china-2024", set={"vendors.zhipuu.trust": 1}, lang="zh", **SMALL)


def test_an_unknown_series_is_told_with_what_there_is(run: pricewar.Run) -> None:
    with pytest.raises(KeyError, match="tokenShare"):
        run["vendors.*.tokenShere"]


def test_compare_is_other_less_base() -> None:
    found = pricewar.compare("china-2024", "no-trigger", runs=2, **SMALL).differences
    said = spoken("compare", "china-2024", "no-trigger", "-n", "2")["differences"][0]
    assert found.loc["market.hhi", "mean"] == said["hhi"]["mean"]
    assert found.loc["vendors.zhipu.tokenShare", "base"] == said["vendors"]["zhipu"]["tokenShare"]["base"]


def test_an_ensemble_has_quantiles_and_odds() -> None:
    found = pricewar.ensemble(
        "china-2024", runs=4, outputs=["market.hhi"], probabilities=["market.hhi > 0.1"], **SMALL
    )
    row = found.outputs.loc["market.hhi"]
    assert row.q05 <= row.q50 <= row.q95
    assert found.probabilities.statement[0] == "market.hhi > 0.1"


def test_a_sweep_takes_a_mapping_and_gives_a_row_a_run() -> None:
    design = {
        "scenario": "china-2024",
        "runs": 3,
        "parameters": [{"path": "demand.mu", "range": [0.15, 0.3]}],
        "outputs": ["market.hhi"],
    }
    found = pricewar.sweep(design, **SMALL)
    assert len(found.runs) == 3
    assert {"demand.mu", "market.hhi"} <= set(found.runs.columns)
    assert found.runs["demand.mu"].between(0.15, 0.3).all()


def test_progress_is_told_while_it_runs(capfd) -> None:
    pricewar.run("china-2024", agents=3000, progress=True)
    assert "%" in capfd.readouterr().err


def test_what_a_notebook_shows_of_a_result_is_its_table() -> None:
    compared = pricewar.compare("china-2024", "no-trigger", runs=2, **SMALL)
    spread = pricewar.ensemble("china-2024", runs=2, outputs=["market.hhi"], **SMALL)
    assert "no-trigger less china-2024, 2 pairs" in repr(compared) and "market.hhi" in repr(spread)
    assert compared._repr_html_() == compared.differences._repr_html_()
    assert "market.hhi" in spread._repr_html_()
