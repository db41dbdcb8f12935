"""Every source of the shipped packs says what a hostile reader asks first, or that it is not known."""

from pathlib import Path

import pytest

from tnt.language.base import in_language
from tnt.language.documents.declares import Declares, Source
from tnt.reading.pack import read_pack
from tnt.reading.shipped import packs_folder

FOLDERS = ("no", "no-proposals", "scenarios", "strategies")
SOURCES = {
    f"{folder}/{name}": source
    for folder in FOLDERS
    for file in read_pack([packs_folder() / folder]).of(Declares)
    for name, source in file.document.sources.items()
}
YEAR_NOT_GIVEN = {"nb": "året er ikke oppgitt", "en": "the year is not given"}
FILES = sorted(path for folder in (*FOLDERS, "published") for path in (packs_folder() / folder).glob("*.yaml"))


def test_there_are_sources() -> None:
    assert len(SOURCES) > 80


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_who_where_an_address_or_none_and_who_checked(source: Source) -> None:
    assert source.publisher
    assert source.place
    assert source.checked is not None
    assert (source.url is not None) == (source.url_status in ("seen", "unverified"))
    assert source.url is not None or source.has_no_address


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_year_or_that_it_is_not_given(source: Source, lang: str) -> None:
    said = YEAR_NOT_GIVEN[lang] in in_language(source.place, lang).lower()
    assert (source.year is None) == said


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_opens_with_who_is_behind_it_and_its_status(path: Path) -> None:
    first = path.read_text().splitlines()[0]
    assert first.startswith("# Written by tnt")
    assert "Status: " in first
