"""Every file that is shipped, and every example of the language, passes; and no slip of a finger stops the checker."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tnt.check.check import CheckReport, check
from tnt.diagnostics import Severity
from tnt.diagnostics.render import render_text
from tnt.language.base import Document
from tnt.reading.pack import read_pack
from tnt.reading.shipped import packs_folder

FILES = sorted(packs_folder().rglob("*.yaml"))
PACKS = sorted({path.parent for path in FILES})


def errors(report: CheckReport) -> list[str]:
    return [str(one) for one in report.diagnostics if one.severity is Severity.ERROR]


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_a_shipped_pack_has_no_errors(pack):
    paths = [pack] if pack.name != "no-proposals" else [pack, packs_folder() / "no"]
    report = check(paths)
    assert errors(report) == []
    assert report.files == sum(len(list(path.rglob("*.yaml"))) for path in paths)


def test_all_that_is_shipped_can_be_given_together():
    assert errors(check([packs_folder()])) == []


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.name.startswith(("lists", "capacity", "population"))],
    ids=lambda path: path.name,
)
def test_lists_capacities_and_populations_stand_alone(path):
    assert errors(check([path])) == []


def test_every_example_of_the_language_is_accepted(shared):
    report = check([shared / "examples"])
    assert errors(report) == []
    assert not any(one.severity is Severity.WARNING for one in report.diagnostics)
    assert report.files == len(list((shared / "examples").glob("*.yaml")))


def test_every_example_stands_alone(shared):
    """The condition one of them refers to is shipped."""
    for path in sorted((shared / "examples").glob("*.yaml")):
        assert errors(check([path])) == [], path.name


def test_every_document_of_a_pack_is_read():
    pack = read_pack([packs_folder()])
    assert len(pack.documents) == len(FILES)
    assert all(isinstance(loaded.document, Document) for loaded in pack.documents)


# Slips


SMALL = [path for path in FILES if path.stat().st_size < 6_000]
bits = st.text(st.sampled_from("{}[]:,-?!&*#|>%@`'\"\\ \t\n~0123456789/+.aeæ\x00\x85"), max_size=4) | st.sampled_from(
    [
        "null",
        "true",
        "- ",
        ": ",
        "\n",
        "\n  ",
        "999999999999",
        "-1",
        "1e999",
        "nan",
        "once",
        " / year",
        "&a ",
        "*a ",
        "!!x ",
        "  " * 40,
    ]
)


@settings(max_examples=times(150), deadline=None)
@given(
    path=st.sampled_from(SMALL),
    slips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), bits), min_size=1, max_size=3),
)
def test_no_slip_stops_the_checker(tmp_path_factory, path, slips):
    text = path.read_text("utf-8")
    for where, removed, put in slips:
        at = int(where * len(text))
        text = text[:at] + put + text[at + removed :]
    file = tmp_path_factory.mktemp("slips") / "f.yaml"
    file.write_text(text, "utf-8", newline="")
    for table in path.parent.glob("*.csv"):
        Path(file.parent / table.name).symlink_to(table)
    report = check([file])
    shown = render_text(report.diagnostics, sources=report.sources)
    assert shown.replace("\n", "").isprintable()
