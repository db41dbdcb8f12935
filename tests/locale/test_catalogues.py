import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from tnt.compile.benefit import WhyNone
from tnt.compile.left_out import LEFT_OUT_PARTS
from tnt.compile.notice import VALUES, NoticeCode
from tnt.language.documents.declares import KNOWN_ROLES, SourceKind
from tnt.language.documents.grade import Certainty, Strength
from tnt.language.documents.guideline import Contact, Kind, Sex
from tnt.language.values.number import Status
from tnt.locale import LANGUAGES
from tnt.locale.catalogue import forms
from tnt.result.lists import STATES, state_name
from tnt.survey.answers.slips import Slip

ROOT = Path(__file__).parents[2]
SOURCES = [*(ROOT / "tnt").rglob("*.py"), *(ROOT / "templates").rglob("*.html")]
CLOSED_SETS = {
    "role": set(KNOWN_ROLES),
    "left-out": set(LEFT_OUT_PARTS),
    "strength": {*get_args(Strength), "not-rated"},
    "certainty": set(get_args(Certainty)),
    "kind": set(get_args(Kind)),
    "sex": set(get_args(Sex)),
    "state": {state_name(state, at_least) for state in STATES for at_least in (False, True)},
    "status": set(get_args(Status)),
    "source-kind": set(get_args(SourceKind)),
    "why-no-benefit": set(get_args(WhyNone)),
    "guideline-status": {"draft", "hearing", "approved", "retired"},
    "contact": set(get_args(Contact)),
    "contact-kind": set(get_args(Contact)),
    "slip": set(get_args(Slip)),
}


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(forms("nb")) == list(forms("en"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_empty_and_no_key_stands_twice(lang: str) -> None:
    assert [key for key, texts in forms(lang).items() if not all(texts)] == []
    written = re.findall(r'^msgid "(.+)"', (ROOT / "tnt" / "locale" / f"{lang}.po").read_text(encoding="utf-8"), re.M)
    assert sorted(written) == sorted(set(written))


def test_both_languages_use_the_same_values() -> None:
    english, norwegian = forms("en"), forms("nb")
    different = [key for key in english if values(english[key]) != values(norwegian[key])]
    assert different == []


@pytest.mark.parametrize("code", NoticeCode)
def test_a_notice_has_the_values_its_text_names(code: NoticeCode) -> None:
    assert values(forms("en")[f"notice.{code}"]) <= VALUES.get(code, {}).keys()


def test_plurals_are_plurals_in_both_languages() -> None:
    english, norwegian = forms("en"), forms("nb")
    assert [key for key in english if len(english[key]) != len(norwegian[key])] == []


@pytest.mark.parametrize("section", CLOSED_SETS)
def test_closed_sets_are_named_in_full(section: str) -> None:
    named = {key.partition(".")[2] for key in forms("en") if key.startswith(f"{section}.")}
    assert named == CLOSED_SETS[section]


def test_every_key_in_code_and_templates_exists() -> None:
    sections = {key.partition(".")[0] for key in forms("en")}
    keys, beginnings = used()
    unknown = {key for key in keys if key.partition(".")[0] in sections and key not in forms("en")}
    assert {key for key in unknown if f"{key}." not in beginnings and not key.endswith((".html", "."))} == set()


def test_every_notice_has_a_text_and_every_text_a_notice() -> None:
    assert {key.removeprefix("notice.") for key in forms("en") if key.startswith("notice.")} == set(NoticeCode)


def test_every_notice_is_given_by_somebody() -> None:
    given = {
        name for path in SOURCES for name in re.findall(r"Notice\(\s*NoticeCode\.([A-Z_]+)", path.read_text("utf-8"))
    }
    assert given == {code.name for code in NoticeCode} - {"OPENING"}


def test_every_step_of_an_explanation_has_a_label() -> None:
    steps = re.findall(r'Step\(\s*"([a-z-]+)"', (ROOT / "tnt" / "explain" / "trace.py").read_text(encoding="utf-8"))
    steps += ["one-off-task", "task", "nnt", "risk_reduction", "horizon"]
    assert [key for key in steps if f"explain.{key}" not in forms("en")] == []


def test_no_key_is_unused() -> None:
    keys, beginnings = used()
    unused = [key for key in forms("en") if key not in keys and not key.startswith(tuple(beginnings))]
    assert unused == []


def used() -> tuple[set[str], set[str]]:
    """Keys in quotes, and beginnings of keys that are put together: `f"state.{...}"`, `choice("state", …)`."""
    keys: set[str] = set()
    beginnings: set[str] = {f"{section}." for section in CLOSED_SETS}
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        keys |= set(re.findall(r"""["']([a-z-]+\.[a-z_0-9.-]+)["']""", text))
        beginnings |= set(re.findall(r"""f["']([a-z-]+\.[a-z_.-]*)\{""", text))
        beginnings |= set(re.findall(r"""["']([a-z-]+\.[a-z_.-]*)["'] ?[~+]""", text))
        of_section = r"""\b(?:[Cc]hoice|name)\(\s*["']([a-z.-]+)["']"""
        beginnings |= {f"{section}." for section in re.findall(of_section, text)}
    return keys, beginnings


def values(texts: tuple[str, ...]) -> set[str | None]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}
