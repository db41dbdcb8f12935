"""The set of codes, of English and of Norwegian texts is one set, and both languages say the same."""

import os
import re
import tomllib
from pathlib import Path

import pytest
import yaml

import tnt.diagnostics
from tnt.diagnostics import Code, Diagnostic, Place
from tnt.diagnostics.messages import MESSAGE_LANGUAGES, texts
from tnt.diagnostics.render import codes_page, explain, message
from tnt.diagnostics.render.words import values_of

TEXTS = Path(tnt.diagnostics.__file__).parent / "texts"


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
def test_every_code_has_texts_and_every_text_a_code(lang):
    assert set(texts(lang).codes) == set(Code)


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
def test_texts_stand_in_the_order_of_the_codes_and_name_them(lang):
    written = re.findall(r"^\[(TNT\d+)\] # (\w+)$", (TEXTS / f"{lang}.toml").read_text("utf-8"), re.MULTILINE)
    assert written == [(code.value, code.name) for code in Code]


def test_both_languages_have_the_same_labels_and_words():
    english, norwegian = texts("en"), texts("nb")
    assert set(english.labels) == set(norwegian.labels)
    assert set(english.counted) == set(norwegian.counted)
    assert set(english.words) == set(norwegian.words)


@pytest.mark.parametrize("code", Code)
def test_both_languages_say_the_same(code):
    english, norwegian = texts("en").codes[code], texts("nb").codes[code]
    assert values_of(english.message) == values_of(norwegian.message)
    assert bool(english.example) == bool(norwegian.example)
    assert english.why != norwegian.why


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
@pytest.mark.parametrize("code", Code)
def test_a_message_is_one_line_without_a_full_stop(code, lang):
    text = texts(lang).codes[code]
    assert "\n" not in text.message
    assert not text.message.endswith(".")
    assert text.why.endswith(".")
    assert text.fix.endswith(".")


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
@pytest.mark.parametrize("code", Code)
def test_an_example_is_yaml(code, lang):
    lines = texts(lang).codes[code].example.strip()
    once_each = lines.splitlines() if code in (Code.BAD_AGES, Code.BAD_FREQUENCY) else [lines]
    for example in once_each:
        assert not example or isinstance(yaml.safe_load(example), dict)


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
@pytest.mark.parametrize("code", Code)
def test_a_message_without_values_still_reads(code, lang):
    said = message(Diagnostic(code, Place("")), lang)
    assert said
    assert not re.search(r"[{}\[\]]", said)


@pytest.mark.parametrize("code", Code)
def test_a_message_says_every_value_it_gets(code):
    values = {name: f"<{name}>" for name in values_of(texts("en").codes[code].message)}
    for lang in MESSAGE_LANGUAGES:
        said = message(Diagnostic(code, Place(""), values), lang)
        assert all(value in said for value in values.values())
        assert "…" not in said


def test_values_become_words():
    wrong = Diagnostic(Code.WRONG_TYPE, Place(""), {"found": "list", "expected": "text"})
    assert message(wrong, "en") == "Expected a text, found a list"
    assert message(wrong, "nb") == "Her ventes en tekst, men her står en liste"
    example = Diagnostic(Code.WRONG_TYPE, Place(""), {"found": "dict", "expected": "40 %"})
    assert message(example, "en") == "Expected something like “40 %”, found keys with values"


def test_an_unknown_language_reads_english():
    assert texts("fr").codes == texts("en").codes


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
@pytest.mark.parametrize("code", Code)
def test_explain_says_all(code, lang):
    said, text = explain(code, lang), texts(lang).codes[code]
    assert said.startswith(f"{code.value} (")
    assert text.why in said
    assert text.fix in said
    assert all(line.strip() in said for line in text.example.strip().splitlines())


def test_explain_reads_well():
    assert explain(Code.AGES_REVERSED, "nb") == (
        "TNT208 (feil)\n"
        "Aldrene «…» står i omvendt rekkefølge\n\n"
        "Hvorfor det betyr noe: Ingen er i en aldersgruppe som slutter før den begynner, så timene ville bli null.\n\n"
        "Slik rettes det: Skriv den laveste alderen først.\n\n"
        "    ages: 40-79\n"
    )


def test_the_page_of_codes_is_made_from_the_texts():
    page = Path(__file__).parents[2] / "docs" / "codes.md"
    if os.environ.get("UPDATE_GOLDEN"):
        page.write_text(codes_page(), "utf-8")
    assert page.read_text("utf-8") == codes_page(), "write it anew with UPDATE_GOLDEN=1"


def test_the_page_of_codes_explains_every_value():
    page = (TEXTS / "codes_page.md").read_text("utf-8")
    values = {name for text in texts("en").codes.values() for name in values_of(text.message)}
    first_cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    assert values <= {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
def test_texts_hold_nothing_unused(lang):
    read = tomllib.loads((TEXTS / f"{lang}.toml").read_text("utf-8"))
    assert {key for part in read.values() for key in part if part not in (read["labels"], read["words"])} == {
        "message", "why", "fix", "example",
    }  # fmt: skip
