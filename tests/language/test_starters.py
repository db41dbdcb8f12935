"""Files to start from pass the checker, and say the same in both languages."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from tnt.cases.run import read_cases, run_case
from tnt.check.check import check
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Problems, Severity
from tnt.language.starters import KINDS_WITH_STARTERS, STARTER_LANGUAGES, starter

ALL = [(kind, lang) for kind in KINDS_WITH_STARTERS for lang in STARTER_LANGUAGES]


@pytest.mark.parametrize(("kind", "lang"), ALL)
def test_a_starter_has_nothing_wrong_with_it(kind: str, lang: str, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(starter(kind, "lung-health", lang), "utf-8")
    found = check([file]).diagnostics
    assert {one.code for one in found} <= {Code.ASSUMPTIONS, Code.FOUND_SHIPPED}
    assert all(one.severity is Severity.NOTE for one in found)


@pytest.mark.parametrize(("kind", "lang"), ALL)
def test_a_starter_bears_its_id_and_explains_itself(kind: str, lang: str) -> None:
    text = starter(kind, "lung-health", lang)
    assert "lung-health" in text
    assert "my-id" not in text
    assert text.count("#") >= 5
    assert max(map(len, text.splitlines())) < 160


@pytest.mark.parametrize("kind", KINDS_WITH_STARTERS)
def test_both_languages_hold_the_same_numbers(kind: str) -> None:
    def figures(lang: str) -> object:
        return without_words(yaml.load(starter(kind, "a", lang), yaml.BaseLoader))

    assert figures("en") == figures("nb")


def without_words(node: object) -> object:
    """A document without the texts that differ by language."""
    if isinstance(node, dict):
        return {
            key: without_words(value) for key, value in node.items() if key not in ("title", "case", "cites", "note")
        }
    return [without_words(item) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize("lang", STARTER_LANGUAGES)
def test_the_case_comes_out(lang: str, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(starter("case", "a", lang), "utf-8")
    assert all(check.passed for check in run_case(*read_cases([file])).checks)


def test_a_language_without_starters_gets_english() -> None:
    assert starter("guideline", "a", "sv") == starter("guideline", "a", "en")


def test_what_is_no_id_is_refused() -> None:
    with pytest.raises(Problems) as raised:
        starter("guideline", "Lung Health", "nb")
    assert [one.code for one in raised.value.diagnostics] == [Code.BAD_ID]


def test_a_kind_without_a_starter_is_refused() -> None:
    with pytest.raises(KeyError):
        starter("lists", "a", "en")


@pytest.mark.parametrize("lang", STARTER_LANGUAGES)
def test_the_scenario_can_be_laid_over_the_shipped_pack(lang: str, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(starter("scenario", "nurses-more", lang), "utf-8")
    changes = load(scenarios=[file], as_of=date(2026, 11, 22)).changes
    assert {change.verb for change in changes} == {"set", "scale", "disable", "add"}
