"""Within straight quotes and in blocks every sign is meant: nothing that word processors type is exchanged there."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.yaml.test_typed import data
from tnt.reading.yaml.typed import as_typed


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("note: |\n  “hei”\n  - “x”: y\n  a: “b”\nt: “c”\n", {"note": "“hei”\n- “x”: y\na: “b”\n", "t": "c"}),
        ("note: >-\n  [“a”, «b»]\n  k:\u00a0v\n", {"note": "[“a”, «b»] k:\u00a0v"}),
        ("k:\n- n: |\n    “a”: b\n  t: “c”\n", {"k": [{"n": "“a”: b\n", "t": "c"}]}),
        ("note: 'x\n  - «b»\n  k: “v”'\nt: «c»\n", {"note": "x - «b» k: “v”", "t": "c"}),
        ('note: "line\n  “k”: v"\n', {"note": "line “k”: v"}),
        ('note: "a:\tb \\" - «c»"\nt: “d”\n', {"note": 'a:\tb " - «c»', "t": "d"}),
        ("t: «a», «b»\n", {"t": "«a», «b»"}),
        ("# it's\nt: “c”\n", {"t": "c"}),
        ("a:\n\tb: |\n\t\t“x”: y\n\tt: “z”\n", {"a": {"b": "“x”: y\n", "t": "z"}}),
    ],
)
def test_what_stands_there_stays(text: str, meant: object) -> None:
    assert data(text) == meant


SIGNS = st.text(alphabet="ab:-,[]{}# “”„«»‘’'\"\u00a0\t", min_size=1, max_size=30).map(lambda line: f"x{line}x")


@given(st.lists(SIGNS, min_size=1, max_size=5))
def test_any_block(lines: list[str]) -> None:
    text = "".join(f"  {line}\n" for line in lines)
    assert data(f"note: |\n{text}t: “z”\n") == {"note": "".join(f"{line}\n" for line in lines), "t": "z"}


@given(st.lists(SIGNS, min_size=1, max_size=5))
def test_any_quoted_text(lines: list[str]) -> None:
    quoted = "\n  ".join(lines).replace("'", "''")
    found = data(f"note: '{quoted}'\nt: “z”\n")
    assert found == {"note": " ".join(lines), "t": "z"}


@pytest.mark.parametrize("unit", ["“", "«»", '"\\', "'", "- |\n", "a: |\n “b”\n", ": '“", "#“\n"])
def test_it_takes_no_longer_than_the_text_is_long(unit: str) -> None:
    times = []
    for size in (125_000, 500_000):
        text = "“”" + unit * (size // len(unit))
        started = time.process_time()
        assert len(as_typed(text)) == len(text)
        times.append(time.process_time() - started)
    assert times[1] < 8 * times[0] + 0.5
