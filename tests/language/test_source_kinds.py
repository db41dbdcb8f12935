"""Kinds of source in words: read as the fixed one they mean, and what is an opinion never as a document."""

from pathlib import Path

import pytest

from tests.language.test_found import applied, document, errors, guideline
from tnt.diagnostics import Code
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.values.number import Number
from tnt.reading.provenance import status_of

KINDS = {
    "study": ["systematic review", "systematic-review", "Systematic_review", "review", "trial", "RCT", "studie",
              "randomised trial", "systematisk oversikt", "Study"],
    "survey": ["Survey", "spørreundersøkelse"],
    "statistics": ["statistikk", "official statistics"],
    "registry": ["register", "Registry", "helseregister"],
    "regulation": ["law", "lov", "forskrift"],
    "guideline": ["retningslinje", "Guideline"],
    "expert-opinion": ["expert opinion", "opinion", "ekspertuttalelse", "erfaring", "experience", "skjønn",
                       "consensus"],
    "assumption": ["Assumption", "antakelse", "antagelse", "guess"],
    "other": ["annet"],
}  # fmt: skip
OPINIONS = ["egen erfaring", "my assumption", "local experience", "our own guess", "felles skjønn", "expert report"]
DOCUMENTS = ["audit", "report", "rapport", "website", "nettside", "book"]


def with_source(kind: str) -> str:
    time = "time: {mean: 15 min, source: s}"
    return guideline(version=f"sources: {{s: {{title: T, kind: {kind}}}}}", time=time)


@pytest.mark.parametrize(("written", "kind"), [(word, kind) for kind, words in KINDS.items() for word in words])
def test_a_kind_in_words_is_read(written: str, kind: str) -> None:
    assert document(with_source(written)) == document(with_source(kind))


@pytest.mark.parametrize("written", [*OPINIONS, *DOCUMENTS, "studdy"])
def test_any_other_has_a_mend_that_is_accepted(written: str, tmp_path: Path) -> None:
    text = with_source(written)
    (found,) = errors(text, tmp_path)
    assert found.code is Code.NOT_A_CHOICE
    assert found.suggestion is not None
    assert errors(applied(text, found, found.suggestion), tmp_path) == []


@pytest.mark.parametrize("written", [*OPINIONS, *KINDS["expert-opinion"], *KINDS["assumption"]])
def test_an_opinion_in_whatever_words_is_no_evidence(written: str, tmp_path: Path) -> None:
    text = with_source(written)
    mends = [(one, one.suggestion or "") for one in errors(text, tmp_path)]
    read = document(applied(text, *mends[0]) if mends else text)
    assert isinstance(read, GuidelineDocument)
    time = read.recommendations["r"].tasks["t"].time
    assert isinstance(time, Number)
    assert time.source == "s"
    assert status_of(time, read, (), read.sources) == "assumption"
