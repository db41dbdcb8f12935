"""What a method does not take is said in a sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import tnt

FRAME = pd.DataFrame({"id": ["a"], "people": [1000]})
WRONG: dict[str, tuple[Callable[[Any, Any], object], str]] = {
    "read": (lambda pack, _: tnt.read(3), "each of paths must be a path; you gave an int"),
    "lists": (lambda pack, _: pack.estimate(lists=3), "lists must be a path, an id or a DataFrame; you gave an int"),
    "columns": (
        lambda pack, _: pack.estimate(FRAME, columns="id"),
        "columns must be a dict of the keys of a lists file; you gave a str",
    ),
    "no-frame": (
        lambda pack, _: pack.estimate("two", columns={}),
        "columns say what stands in a DataFrame, and lists is none",
    ),
    "capacity": (
        lambda pack, _: pack.estimate(capacity=[1.5]),
        "each of capacity must be a path or an id; you gave a float",
    ),
    "scenarios": (
        lambda pack, _: pack.estimate(scenarios={"a": 1}),
        "scenarios must be a path or an id, or several of them; you gave a dict",
    ),
    "day": (
        lambda pack, _: pack.estimate(as_of=2026),
        "as_of must be a date, or text such as 2026-11-22; you gave an int",
    ),
    "no-day": (
        lambda pack, _: pack.estimate(as_of="tomorrow"),
        "as_of must be a date, or text such as 2026-11-22; you gave 'tomorrow'",
    ),
    "values": (lambda pack, _: pack.with_values(["a"]), "values must be a dict of paths and values; you gave a list"),
    "key": (lambda pack, _: pack.with_values({1: "a"}), "each key of values must be a text; you gave an int"),
    "nan": (
        lambda pack, _: pack.with_values({"a/b": float("nan")}).estimate(),
        "values must be known numbers; you gave one that is not finite",
    ),
    "value": (
        lambda pack, _: pack.with_values({"a/b": {1}}).estimate(),
        "values must be texts, numbers, and dicts or lists of them; you gave {1}",
    ),
    "strategies": (
        lambda pack, _: pack.with_values({"a/b": 1}).strategies(),
        "strategies are estimated from files alone; this pack has values changed in Python",
    ),
    "explain": (
        lambda _, one: one.explain(3),
        "explain takes `guideline/recommendation`, the path of a number or a code; you gave 3",
    ),
    "nearest": (lambda _, one: one.explain("demo/chek"), "Nothing here is called demo/chek. Near it: demo/check"),
    "code": (lambda _, one: one.explain("TNT999"), "TNT999"),
    "draws": (lambda _, one: one.simulate("many"), "draws must be a whole number; you gave a str"),
    "few": (lambda _, one: one.simulate(3), "draws must be from 128 to 65536; you gave 3"),
    "nothing": (lambda _, one: one.simulate(128, overload_weight=float("nan")), "overload_weight must be from"),
    "sobol": (lambda _, one: one.simulate(200, method="sobol"), "a power of two; you gave 200"),
    "seed": (lambda _, one: one.simulate(128, -1), "seed must be from 0 to 4294967295; you gave -1"),
    "method": (
        lambda _, one: one.simulate(128, method="dice"),
        "method must be one of stratified, plain, latin-hypercube, sobol; you gave 'dice'",
    ),
    "range": (lambda _, one: one.simulate(128, assume_range=2), "assume_range must be a text; you gave an int"),
    "weight": (
        lambda _, one: one.simulate(128, overload_weight="2"),
        "overload_weight must be a number; you gave a str",
    ),
    "year": (lambda _, one: one.years(first="2027"), "first must be a whole number; you gave a str"),
    "projection": (lambda _, one: one.years(3), "projection must be a path, an id or a DataFrame; you gave an int"),
    "norm": (lambda _, one: one.list_size(True), "norm must be a number; you gave a bool"),
    "small": (lambda _, one: one.list_size(0), "norm must be from 1 to 1000000000; you gave 0"),
    "by": (lambda _, one: one.list_size(by="role"), "by must be one of all, area, list; you gave 'role'"),
    "lang": (lambda _, one: one.to_html(lang="de"), "lang must be one of nb, en; you gave 'de'"),
    "path": (lambda _, one: one.to_json(3), "path must be a path; you gave an int"),
    "compare": (
        lambda _, one: tnt.compare(one, "b"),
        "after must be an estimate, as pack.estimate() gives it; you gave a str",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_wrong_use_is_said_in_a_sentence(pack: Path, what: str) -> None:
    use, sentence = WRONG[what]
    small = tnt.read(pack)
    with pytest.raises(tnt.WrongUseError) as raised:
        use(small, small.estimate())
    assert sentence in str(raised.value)
    assert raised.value._render_traceback_() == [str(raised.value)]
