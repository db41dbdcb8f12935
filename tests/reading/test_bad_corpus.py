"""tests/bad: for each code a tiny file (or folder) with one mistake, and beside it what a reader is shown.

UPDATE_GOLDEN=1 writes the texts anew; read them afterwards as somebody who has never seen YAML.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.safety.tools.repositories import blob, commit, repository, tree
from tnt import limits
from tnt.analyses.fit.fit import fit
from tnt.analyses.fit.request import FitRequest
from tnt.analyses.strategies.strategies import estimate_strategies
from tnt.analyses.supply.needs import list_needs
from tnt.analyses.uncertainty.simulate import simulate
from tnt.analyses.years.projection import load_projection
from tnt.authoring.drafting.draft import drafted
from tnt.cases.run import read_cases, run_case
from tnt.check.check import check
from tnt.cli.request import EstimateRequest
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Diagnostic, Place, Problems, Severity
from tnt.diagnostics.messages import MESSAGE_LANGUAGES
from tnt.diagnostics.render import render_text
from tnt.estimating.estimate import estimate
from tnt.reading.git.revision import files_at
from tnt.survey.answers.read import read_answers
from tnt.survey.known_tasks import known_tasks
from tnt.survey.summary import summary

BAD = Path(__file__).parents[1] / "bad"


@dataclass(frozen=True)
class Found:
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]


def checked(path: Path) -> Found:
    report = check([path])
    return Found(report.diagnostics, dict(report.sources))


def estimated(path: Path) -> Found:
    """What `tnt estimate` says: some mistakes show only when lists and working time meet."""
    with pytest.raises(Problems) as raised:
        load(path, as_of=date(2026, 11, 22))
    return Found(raised.value.diagnostics, dict(check([path]).sources))


def estimated_on_them(path: Path) -> Found:
    """What `tnt estimate` says where the lists of the folder are chosen."""
    with pytest.raises(Problems) as raised:
        load(path, lists="country")
    return Found(raised.value.diagnostics, dict(check([path]).sources))


def side_by_side(path: Path) -> Found:
    """What `tnt estimate --capacity one --capacity two` says."""
    with pytest.raises(Problems) as raised:
        load(path, capacity=["one", "two"])
    return Found(raised.value.diagnostics, dict(check([path]).sources))


def asked_for(lists: str | None = None, only: Sequence[str] = ()) -> Callable[[Path], Found]:
    """What `tnt estimate --lists … --only …` says; a file is one of the folder."""

    def estimated_so(path: Path) -> Found:
        there = lists is not None and (path / lists).is_file()
        with pytest.raises(Problems) as raised:
            load(path, lists=path / str(lists) if there else lists, only=only)
        return Found(raised.value.diagnostics, dict(check([path]).sources))

    return estimated_so


def as_strategies(path: Path) -> Found:
    """What `tnt strategies` says."""
    with pytest.raises(Problems) as raised:
        estimate_strategies(path, as_of=date(2026, 11, 22))
    return Found(raised.value.diagnostics, dict(check([path]).sources))


def as_strategies_on_some_lists(path: Path) -> Found:
    """What `tnt strategies --only a` says."""
    with pytest.raises(Problems) as raised:
        estimate_strategies(path, only=["a"], as_of=date(2026, 11, 22))
    return Found(raised.value.diagnostics, dict(check([path]).sources))


def in_years(path: Path) -> Found:
    """What `tnt years` says, with the lists the folder holds."""
    with pytest.raises(Problems) as raised:
        load_projection(path, projection="country", as_of=date(2022, 11, 22), last=2030)
    return Found(raised.value.diagnostics, dict(check([path]).sources))


def run_as_case(path: Path) -> Found:
    """What `tnt test` says of a case."""
    with pytest.raises(Problems) as raised:
        run_case(*read_cases([path]))
    return Found(raised.value.diagnostics, dict(check([path]).sources))


def at_a_revision(path: Path) -> Found:
    """What `tnt compare git:-v1 base` says: that is no revision."""
    with pytest.raises(Problems) as raised:
        files_at("-v1", [path], path.parent)
    return Found(raised.value.diagnostics, {})


def at_a_revision_made_by_hand(path: Path) -> Found:
    """What `tnt compare git:HEAD base` says where the guideline has the name in name.txt."""
    name = (path / "name.txt").read_bytes().strip()
    with TemporaryDirectory() as folder, chdir(folder):
        made = repository(Path(path))
        commit(made, tree(made, ("100644", name, blob(made))))
        with pytest.raises(Problems) as raised:
            files_at("HEAD", [path], Path("into"))
    return Found(raised.value.diagnostics, {})


def answered(path: Path) -> Found:
    """What `tnt survey read` says of a folder of answers, with the guideline in it if there is one."""
    known = known_tasks([path]).tasks if any(path.glob("*.yaml")) else None
    try:
        read = read_answers([path], None if known is None else known.keys())
    except Problems as problems:
        return Found(problems.diagnostics, {})
    return Found(summary(read, date(2026, 11, 22), known or {}).warnings, {})


def with_scenario(path: Path) -> Found:
    """What `tnt estimate --scenario` says."""
    with pytest.raises(Problems) as raised:
        load(path, scenarios=[path / "scenario.yaml"])
    return Found(raised.value.diagnostics, dict(check([path]).sources))


def added_by_area(path: Path) -> Found:
    """What `tnt lists --by area` says."""
    inputs = load(path)
    with pytest.raises(Problems) as raised:
        list_needs(inputs, estimate(inputs), by_area=True)
    return Found(raised.value.diagnostics, {})


def simulated(path: Path) -> Found:
    """What `tnt estimate --draws 128 --assume-range thirty-percnt` says."""
    with pytest.raises(Problems) as raised:
        simulate(load(path), draws=128, assume_range="thirty-percnt")
    return Found(raised.value.diagnostics, {})


def drafted_from_its_table(path: Path) -> Found:
    """What `tnt new lists` says of the table in the folder."""
    with pytest.raises(Problems) as raised:
        drafted(path / "lists.csv", path)
    return Found(raised.value.diagnostics, {})


def drawn(path: Path) -> Found:
    """What `tnt estimate --draws 4096` says."""
    with pytest.raises(Problems) as raised:
        simulate(load(path), draws=4096)
    return Found(raised.value.diagnostics, dict(check([path]).sources))


def chosen_from(path: Path) -> Found:
    """What `tnt fit` says."""
    with pytest.raises(Problems) as raised:
        fit(FitRequest(EstimateRequest((str(path),), "1200 people", (), None)))
    return Found(raised.value.diagnostics, dict(check([path]).sources))


HOW: dict[Code, Callable[[Path], Found]] = dict.fromkeys(
    (
        Code.BAND_WITHOUT_REFERENCE,
        Code.UNKNOWN_LIST,
        Code.OUTSIDE_PACK,
        Code.NOTHING_TO_ESTIMATE,
        Code.CHOOSE_LISTS,
        Code.CHOOSE_CAPACITY,
        Code.NO_VALUE_ON_DATE,
    ),
    estimated,
) | {
    Code.UNKNOWN_FIGURE: run_as_case,
    Code.UNKNOWN_SCENARIO: with_scenario,
    Code.NO_AREAS: added_by_area,
    Code.STAY_AND_EXCLUDE: chosen_from,
    Code.VISITS_DIFFER: side_by_side,
    Code.OVERHEADS_DIFFER: side_by_side,
    Code.UNKNOWN_ASSUMED_RANGE: simulated,
    Code.TOO_MUCH_DRAWN: drawn,
    Code.REVISION_UNREADABLE: at_a_revision,
    Code.REVISION_NAME: at_a_revision_made_by_hand,
}
HOW |= {code: answered for code in Code if Code.RESPONDENT_NAMED <= code <= Code.SURVEY_SCATTERED}
HOW |= {code: answered for code in Code if Code.SURVEY_NO_CASES <= code <= Code.SURVEY_UNEVEN}
HOW |= {Code.YEAR_OUTSIDE: in_years, Code.LISTS_NOT_BY_YEAR: in_years, Code.LISTS_BY_YEAR: estimated_on_them}
HOW |= {
    Code.COHORT_WITHOUT_LISTS: as_strategies_on_some_lists,
    Code.LISTS_ARE_A_TABLE: asked_for("lists.csv"),
    Code.NO_SUCH_LISTS: asked_for("clinic"),
    Code.NO_SUCH_LIST: asked_for(only=["Ås", "Bu", "By"]),
    Code.LIST_NAME_SHARED: asked_for(only=["by"]),
    Code.SAID_IMPOSSIBLE: asked_for("0 people"),
}
HOW |= dict.fromkeys((Code.NO_PEOPLE_FOUND, Code.DRAFT_NEEDS_MENDING), drafted_from_its_table)
HOW |= dict.fromkeys((Code.LISTS_WITHOUT_AGES, Code.CHOOSE_STRATEGIES), as_strategies)
"""How a file shows its code where `tnt check` does not."""

MADE = {"TNT007-file-too-large.yaml": b"# a note\n" * (limits.YAML_FILE_BYTES // 9 + 1)}
"""Files too large to keep."""

LOWERED = {
    Code.TABLE_TOO_LARGE: ("TABLE_ROWS", 1),
    Code.MORE_PROBLEMS: ("PROBLEMS_SHOWN", 2),
    Code.TOO_MANY_PERIODS: ("YAML_PERIODS", 1),
    Code.TOO_MANY_RULES: ("TASKS", 1),
    Code.TOO_MUCH_DRAWN: ("SHARED_WORK_DRAWN", 10_000),
    Code.TOO_MANY_FILES: ("YAML_FILES", 1),
    Code.PACK_TOO_LARGE: ("YAML_PACK_BYTES", 300),
    Code.CHAIN_TOO_LONG: ("TASKS_IN_A_ROW", 2),
}
"""Limits lowered, so that a tiny file passes them."""

WITH_IT = {
    Code.MORE_PROBLEMS: {Code.CELL_NOT_NUMBER},
    Code.DRAFT_NEEDS_MENDING: {Code.DUPLICATE_ROW},
}
"""What must be wrong for a code to have something to say."""

NAMES = sorted({path.name for path in BAD.iterdir() if path.suffix != ".txt"} | set(MADE))


def code_of(name: str) -> Code:
    return Code(name[:6])


@pytest.fixture(params=NAMES)
def bad(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a bad file in the working folder."""
    name: str = request.param
    monkeypatch.chdir(BAD)
    if name in MADE:
        monkeypatch.chdir(tmp_path)
        Path(name).write_bytes(MADE[name])
    if limit := LOWERED.get(code_of(name)):
        monkeypatch.setattr(limits, *limit)
    return name


@cache
def found_in(name: str) -> Found:
    """What is said of a bad file, found once for all that looks at it."""
    return HOW.get(code_of(name), checked)(Path(name))


def test_every_code_has_a_bad_file_and_every_file_a_code():
    assert {code_of(name) for name in NAMES} == set(Code)


def test_every_bad_file_has_its_texts_and_every_text_a_file():
    texts = {path.name for path in BAD.glob("*.txt")}
    assert texts == {f"{name.removesuffix('.yaml')}.{lang}.txt" for name in NAMES for lang in MESSAGE_LANGUAGES}


def test_a_bad_file_has_one_mistake(bad):
    code, found = code_of(bad), found_in(bad).diagnostics
    assert [problem.code for problem in found].count(code) == 1
    expected = {code} | WITH_IT.get(code, set())
    assert {problem.code for problem in found if problem.severity is not Severity.NOTE} <= expected


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
def test_what_a_reader_is_shown(bad, lang):
    found = found_in(bad)
    shown = render_text(found.diagnostics, lang=lang, sources=found.texts)
    golden = BAD / f"{bad.removesuffix('.yaml')}.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8"), "read it, and write it anew with UPDATE_GOLDEN=1"


def test_every_place_is_in_the_files_given(bad):
    if code_of(bad) in (
        Code.UNKNOWN_ASSUMED_RANGE,
        Code.NO_SUCH_LISTS,
        Code.SAID_IMPOSSIBLE,
    ):  # it stands on the command line
        return
    found = found_in(bad)
    for place in places(found.diagnostics):
        file = Path(place.file)
        assert file.parts[0] == bad
        assert file.exists()
        if place.span is not None:
            lines = found.texts[place.file].splitlines() or [""]
            span = place.span
            assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
            assert span.end_line <= len(lines) + 1  # a quote left open ends after the last line
            assert span.end_line > len(lines) or span.end_column <= len(lines[span.end_line - 1]) + 2


def places(diagnostics: Iterable[Diagnostic]) -> list[Place]:
    return [place for problem in diagnostics for place in (problem.place, *problem.related)]
