"""The page as a document: what a screen reader, a printer and a strict browser rely on."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from tests.report.page import Page
from tests.report.results import ALL
from tnt.locale import LANGUAGES
from tnt.report.page.render import render_report
from tnt.show.manifest import METHOD

EVERY_PAGE = pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in ALL for lang in LANGUAGES])


@cache
def page(name: str, lang: str) -> Page:
    """Made once for all that looks at it; nothing changes it."""
    return Page(render_report(ALL[name](), lang))


@EVERY_PAGE
def test_headings_go_down_one_step_at_a_time(name: str, lang: str) -> None:
    levels = [int(one.tag[1]) for one in in_order(page(name, lang), "h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(("lang", "label"), [("en", "edition of the method"), ("nb", "utgave av metoden")])
def test_the_edition_of_the_method_stands_with_the_versions(lang: str, label: str) -> None:
    assert f", {label} {METHOD}, python " in render_report(ALL["rich"](), lang)


@EVERY_PAGE
def test_ids_are_unique_and_every_reference_leads_somewhere(name: str, lang: str) -> None:
    elements = page(name, lang).everything()
    ids = [one.attributes["id"] for one in elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    named = [(one.attributes.get("aria-labelledby") or "").split() for one in elements]
    links = [
        (one.attributes.get("href") or "").removeprefix("#")
        for one in elements
        if (one.attributes.get("href") or "").startswith("#")
    ]
    assert {anchor for anchors in named for anchor in anchors} | set(links) <= set(ids)


@EVERY_PAGE
def test_landmarks_language_and_skip_link(name: str, lang: str) -> None:
    found = page(name, lang)
    assert found.declaration == "DOCTYPE html"
    assert found.all("html")[0].attributes["lang"] == lang
    assert [len(found.all(tag)) for tag in ("main", "nav", "header", "footer", "title")[:4]] == [1, 1, 1, 1]
    assert found.all("a")[0].attributes["href"] == "#content"
    assert found.by_id("content").tag == "main"


@EVERY_PAGE
def test_every_table_has_a_caption_and_every_heading_cell_a_scope(name: str, lang: str) -> None:
    for table in page(name, lang).all("table"):
        assert len(table.all("caption")) == 1
        assert table.all("caption")[0].text.strip()
        assert {one.attributes.get("scope") for one in table.all("th")} <= {"col", "row", "rowgroup"}
        assert table.all("thead")


@EVERY_PAGE
def test_every_row_of_a_table_is_as_wide_as_its_head(name: str, lang: str) -> None:
    for table in page(name, lang).all("table"):
        width = len(table.all("thead")[0].all("th"))
        for body in table.all("tbody"):
            rows = body.all("tr")
            taken = [0] * len(rows)
            for number, row in enumerate(rows):
                for cell in row.all("td", "th"):
                    for below in range(int(cell.attributes.get("rowspan") or 1)):
                        taken[number + below] += int(cell.attributes.get("colspan") or 1)
            assert set(taken) <= {width}, table.attributes


@EVERY_PAGE
def test_every_drawing_has_a_title_and_a_description_or_is_hidden(name: str, lang: str) -> None:
    for drawing in page(name, lang).all("svg"):
        if drawing.parent is not None and drawing.parent.tag == "svg":
            continue
        if drawing.attributes.get("aria-hidden") == "true":
            continue
        assert drawing.attributes["role"] == "img"
        assert drawing.all("title")[0].text.strip()
        assert drawing.all("desc")[0].text.strip()


@EVERY_PAGE
def test_nothing_is_fetched_and_nothing_runs(name: str, lang: str) -> None:
    found = page(name, lang)
    assert found.all("script", "link", "iframe", "object", "embed", "img", "form", "base") == []
    for one in found.everything():
        assert not [attribute for attribute in one.attributes if attribute.startswith("on") or attribute == "src"]
        address = one.attributes.get("href")
        assert address is None or (one.tag == "a" and re.match(r"#|https?://", address))
    assert "url(" not in found.html
    assert "@import" not in found.html
    policy = next(one for one in found.all("meta") if one.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@EVERY_PAGE
def test_no_figure_is_nothing_a_number_or_a_key(name: str, lang: str) -> None:
    found = page(name, lang)
    text = found.all("main")[0].text
    assert not re.search(r"\bnan\b|\bNone\b|\binf\b", text)
    assert not re.search(r"\breport\.[a-z]", text)


@pytest.mark.parametrize("name", ALL)
def test_both_languages_have_the_same_structure(name: str) -> None:
    shapes = [
        [(one.tag, one.attributes.get("id"), one.attributes.get("class")) for one in in_order(page(name, lang))]
        for lang in LANGUAGES
    ]
    assert (
        shapes[0] == shapes[1] or name == "hostile"
    )  # there the title is a script in one language and a long word in the other


def in_order(found: Page, *tags: str) -> list:
    def walk(one):
        yield one
        for child in one.children:
            yield from walk(child)

    return [one for one in walk(found.root) if not tags or one.tag in tags]
