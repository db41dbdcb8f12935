"""What each format must be, whatever was read: parsed as strictly as its readers may."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree

import pyarrow.parquet as pq

from tests.fuzz.mutations.hostile import IMAGE, SCRIPT, TEMPLATE_RUN

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_GITHUB = re.compile(r"::(error|warning|notice)( [^:\n]*(:(?!:)[^:\n]*)*)?::")
_NO_NUMBER = re.compile(r"\bnan\b|-?\binf(inity)?\b", re.IGNORECASE)


class WrongOutputError(Exception):
    """What is wrong with an output."""


def for_a_person(text: str) -> None:
    """No character that a terminal obeys or hides."""
    if found := _CONTROLS.search(text):
        raise WrongOutputError(f"control character {found[0]!a}")


def of_numbers(text: str) -> None:
    """No figure that is none."""
    if found := _NO_NUMBER.search(text):
        raise WrongOutputError(f"{found[0]} for a number")


def _json(data: bytes) -> None:
    def none(word: str) -> None:
        raise WrongOutputError(f"{word} in JSON")

    try:
        json.loads(data.decode(), parse_constant=none)
    except ValueError as error:
        raise WrongOutputError("not JSON") from error


def _csv(data: bytes) -> None:
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise WrongOutputError("CSV that is empty or ragged")
    columns = [name for name in ("people", "required_hours") if name in rows[0]]
    for name in columns:
        at = rows[0].index(name)
        if name == "people" and any(row[at] == "" for row in rows[1:]):
            raise WrongOutputError("CSV without people")


class _Page(HTMLParser):
    """Notices what would run."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attributes:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                raise WrongOutputError(f"{name} that runs")


def _html(data: bytes) -> None:
    text = data.decode()
    if any(each in text for each in (SCRIPT, IMAGE)):
        raise WrongOutputError("a text of the input taken for markup")
    for_a_person(text)
    page = _Page()
    page.feed(text)
    if "html" not in page.tags and "svg" not in page.tags:
        raise WrongOutputError("no page")


def _svg(data: bytes) -> None:
    _html(data)
    try:
        ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise WrongOutputError("not XML") from error


def _xlsx(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        if book.testzip() is not None:
            raise WrongOutputError("damaged workbook")
        for name in book.namelist():
            content = book.read(name)
            ElementTree.fromstring(content)
            if b"<f>" in content:
                raise WrongOutputError("a formula in a workbook")


def _github(data: bytes) -> None:
    for line in data.decode().splitlines():
        if not _GITHUB.match(line):
            raise WrongOutputError("a line that is no annotation")


def _person(data: bytes) -> None:
    for_a_person(data.decode())


def _parquet(data: bytes) -> None:
    pq.read_table(io.BytesIO(data))


CHECKS: dict[str, Callable[[bytes], None]] = {
    "json": _json, "sarif": _json, "csv": _csv, "html": _html, "svg": _svg, "xlsx": _xlsx,
    "parquet": _parquet, "github": _github,
}  # fmt: skip


def check_output(form: str, data: bytes) -> None:
    """Raise WrongOutputError, or whatever its reader raises, where it is not what it is said to be."""
    CHECKS.get(form, _person)(data)
    if TEMPLATE_RUN.encode() in data:
        raise WrongOutputError("a template in the input was run")
