"""Text of a CSV file is never run by a spreadsheet, however the spreadsheet cuts the file."""

import pyarrow as pa
import pytest

from tnt.show.csv import prefixed


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\u200b=1", "'\u200b=1"),
        ("\u00a0 =1", "'\u00a0 =1"),
        ("\x00=1", "'\x00=1"),
        ('"=1', "'\"=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("\u200b＝1", "'\u200b＝1"),
        ("x;=1", "x;'=1"),
        ("x;;=1;\u200b@y", "x;;'=1;'\u200b@y"),
        ('x;"=1', "x;'\"=1"),
        ("x\n=1", "x\n'=1"),
        ("x\r\n=1", "x\r\n'=1"),
        ("x\t+1", "x\t'+1"),
    ],
)
def test_a_formula_gets_an_apostrophe_before_it(text: str, held: str) -> None:
    assert prefixed(pa.array([text])).to_pylist() == [held]


@pytest.mark.parametrize(
    "text", ["", "Ås", "Legene ved elva - avdeling 2", "a=b", "x; y", "1-2; 3", "a@b.example", "'=1", "2 + 2", None]
)
def test_ordinary_text_is_as_it_was(text: str | None) -> None:
    assert prefixed(pa.array([text], pa.string())).to_pylist() == [text]
