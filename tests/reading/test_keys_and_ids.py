"""Keys and ids as people write them: read where they have one meaning, at their place, and never beside another."""

from datetime import date
from pathlib import Path

import pytest

from tnt.check.check import check
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Diagnostic, ProblemSink, Severity
from tnt.estimating.estimate import estimate
from tnt.language.schema.definitions import definitions
from tnt.language.values.keys import _KEYS, key_read
from tnt.reading.reuse import Reuse
from tnt.reading.yaml.tree import Tree

GUIDELINE = """\
Format: tnt/1
Retningslinje: Kols i praksis
Utfall: {Innleggelse: én innleggelse unngått}
Anbefalinger:
  Første kontroll:
    Målgruppe: {Alder: 40+}
    Oppgaver:
      Spirometri:
        Rolle: gp
        Tid: 15 min
        Hvor ofte: 1 / year
      Svar per telefon:
        Etter: Spirometri
        Kontakt: Telefon
        Rolle: gp
        Tid: 5 min
    Nytte: {Utfall: Innleggelse, NNT: 20, Horisont: 1 year, Gjelder: Spirometri}
"""
PLAIN = """\
format: tnt/1
guideline: kols-i-praksis
title: Kols i praksis
outcomes: {innleggelse: én innleggelse unngått}
recommendations:
  forste-kontroll:
    title: Første kontroll
    population: {ages: 40+}
    tasks:
      spirometri: {title: Spirometri, role: gp, time: 15 min, frequency: 1 / year}
      svar-per-telefon: {title: Svar per telefon, after: spirometri, contact: Telefon, role: gp, time: 5 min}
    benefit: {outcome: innleggelse, nnt: 20, horizon: 1 year, applies_to: spirometri}
"""


def tree(text: str, folder: Path) -> tuple[Tree | None, list[Diagnostic]]:
    problems = ProblemSink()
    return Reuse().tree(folder / "g.yaml", text.encode(), problems), list(problems)


def errors(text: str, folder: Path) -> list[Diagnostic]:
    (folder / "g.yaml").write_text(text, "utf-8")
    return [one for one in check([folder]).diagnostics if one.severity is Severity.ERROR]


def pointed_at(problem: Diagnostic, text: str) -> str:
    span = problem.place.span
    assert span is not None
    return text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1]


def test_what_is_written_so_means_the_same(tmp_path: Path) -> None:
    read, problems = tree(GUIDELINE, tmp_path)
    plain, _ = tree(PLAIN, tmp_path)
    assert not problems
    assert read is not None
    assert plain is not None
    assert read.data == plain.data
    assert errors(GUIDELINE, tmp_path) == []
    assert estimate(load(tmp_path, as_of=date(2026, 11, 28))).recommendations[0].id == "kols-i-praksis/forste-kontroll"


@pytest.mark.parametrize(("written", "wrong", "shown"), [
    ("Tid: 15 min", "Tid: 15 km", "15 km"), ("Etter: Spirometri", "Etter: Røntgen", "Røntgen"),
    ("Gjelder: Spirometri", "Gjelder: Røntgen", "Røntgen"), ("Alder: 40+", "Alder: 79-40", "79-40"),
    ("Hvor ofte: 1", "Hvor tit: 1", "Hvor tit"),
])  # fmt: skip
def test_what_is_wrong_is_shown_where_it_is_written(written: str, wrong: str, shown: str, tmp_path: Path) -> None:
    text = GUIDELINE.replace(written, wrong)
    assert shown in [pointed_at(one, text) for one in errors(text, tmp_path)]


@pytest.mark.parametrize(("line", "twice"), [
    ("        Tid: 15 min\n", "        time: 5 min\n"), ("        Tid: 15 min\n", "        TIME: 5 min\n"),
    ("      Spirometri:\n", "      spirometri: {role: gp, time: 1 min, frequency: 1 / year}\n"),
])  # fmt: skip
def test_the_same_written_in_two_ways_stands_twice(line: str, twice: str, tmp_path: Path) -> None:
    found = errors(GUIDELINE.replace(line, twice + line), tmp_path)
    assert Code.DUPLICATE_KEY in [one.code for one in found]


def test_a_word_with_several_meanings_is_a_suggestion_only(tmp_path: Path) -> None:
    (found,) = errors(PLAIN.replace("ages: 40+", "ages: 40+, Prevalence: 5 %"), tmp_path)
    assert (found.code, found.suggestion) == (Code.UNKNOWN_KEY, "share")


def test_the_keys_at_the_top_may_be_norwegian_or_everyday_ones(tmp_path: Path) -> None:
    top = """\
format: tnt/1
Retningslinje: kols
Navn: Kols i praksis
Forfattere: Kari og Ola
Utgiver: Legeforeningen
Publisert: 22.11.2026
Versjon: 1.10
Status: utkast
Lisens: CC BY 4.0
Lenke: https://example.org
Beskrivelse: For fastleger
Kilder: {Panelet: {kind: erfaring}}
Utfall: {Innleggelse: én innleggelse unngått}
Roller: {Kreftsykepleier: {}}
"""
    read, problems = tree(top + PLAIN[PLAIN.index("recommendations:") :], tmp_path)
    assert not problems
    assert read is not None
    keys = "author publisher date version status licence url note sources outcomes roles recommendations"
    assert list(read.data) == ["format", "guideline", "title", *keys.split()]


@pytest.mark.parametrize("key", ["language", "lang", "språk", "Language"])
def test_a_language_of_the_file_is_answered_with_where_languages_stand(key: str, tmp_path: Path) -> None:
    (found,) = errors(f"{key}: nb\n" + PLAIN, tmp_path)
    assert (found.code, found.suggestion, found.values["reason"]) == (Code.UNKNOWN_KEY, None, "language-of-texts")


def test_a_version_stays_what_was_written(tmp_path: Path) -> None:
    read, _ = tree(PLAIN.replace("title: Kols i praksis", "Versjon: 1.10"), tmp_path)
    assert read is not None
    assert read.data["version"] == "1.10"


def test_columns_and_texts_of_ones_own_are_no_keys(tmp_path: Path) -> None:
    text = "format: tnt/1\nlists: l\ntable: t.csv\npeople: Antall\nshape: long\nrows: {where: {År: 2026, Kjønn: K}}\n"
    read, _ = tree(text, tmp_path)
    assert read is not None
    assert read.data["rows"] == {"where": {"År": 2026, "Kjønn": "K"}}


def test_every_word_means_keys_of_the_language() -> None:
    keys = {key for part in definitions().values() for key in part.get("properties", {})}
    numbers = {
        key for part in definitions().values() for each in part.get("anyOf", []) for key in each.get("properties", {})
    }
    assert {key for meant in _KEYS.values() for key in meant} <= keys | numbers
    assert key_read("Group-Size", ["group_size"]) == "group_size"
    assert key_read("utfall", ["outcome", "outcomes"]) is None


@pytest.mark.parametrize("turned", [False, True])
def test_one_population_as_a_list_beside_several_is_one_key_twice(tmp_path: Path, *, turned: bool) -> None:
    lines = ["    population: [{ages: 40-60}]", "    populations: [{ages: 70+}]"]
    body = ["format: tnt/1", "guideline: g", "title: G", "recommendations:", "  r:", "    title: R"]
    task = "    tasks: {a: {role: gp, time: 10 min, frequency: 1 / year}}"
    found = errors("\n".join([*body, *(reversed(lines) if turned else lines), task, ""]), tmp_path)
    assert [one.code for one in found] == [Code.DUPLICATE_KEY]
