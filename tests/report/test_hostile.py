"""What people write is shown as text, however it is written, and a large pack stays a page one can open."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from tests.report.page import Page
from tests.report.results import SCRIPT, hostile, many_recommendations
from tests.result.factory import rich_result
from tnt.language.documents.declares import Source
from tnt.locale import LANGUAGES
from tnt.report.page.provenance import is_link
from tnt.report.page.render import render_report


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markup_in_titles_is_text(lang: str) -> None:
    html = render_report(hostile(), lang)
    assert SCRIPT not in html
    assert "&lt;script&gt;" in html
    assert "49" not in Page(html).by_id("recommendations").all("p")[0].text  # a title is never a template


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "http:",
        "//example.org",
        "ftp://example.org",
        "http://[",
        "file:///etc",
        "https://nhs.uk@evil.example/",
        "https://nhs.uk:443@evil.example/",
        "https://nhs.uk\\@evil.example/",
        "https:\\\\evil.example",
        "https://evil.example/a b",
        "https://evil.example:port/",
        "https://evil.example:99999/",
        "https://:80/",
        "https:///evil.example",
        'https://evil.example/"x',
    ],
)
def test_only_plain_web_addresses_become_links(url: str) -> None:
    result = rich_result()
    record = replace(result.numbers[0], source=Source(title="x", url=url))
    found = Page(render_report(replace(result, numbers=(record,)), "en"))
    assert found.by_id("sources-list").all("a") == []
    assert url in found.by_id("sources-list").text


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/\x00",
        "https://evil.example/\x1b[31m",
        "https://evil.example/\u202egpj.exe",
        "https://evil\u200b.example/",
        "https://evil.example/\n",
        "java\tscript:alert(1)",
    ],
)
def test_an_address_with_something_unseen_in_it_is_no_link(url: str) -> None:
    result = rich_result()
    record = replace(result.numbers[0], source=Source(title="x", url=url))
    found = Page(render_report(replace(result, numbers=(record,)), "en"))
    assert found.by_id("sources-list").all("a") == []


@pytest.mark.parametrize("url", ["https://example.org:8080/a?b=c&d=%20#e", "http://håndbok.example/å"])
def test_ordinary_addresses_are_links(url: str) -> None:
    assert is_link(url)


def test_a_web_address_becomes_a_link_that_tells_nobody() -> None:
    [link] = Page(render_report(rich_result(), "en")).by_id("source-1").all("a")
    assert link.attributes == {"href": "https://example.org/survey", "rel": "noopener noreferrer"}


def test_five_hundred_recommendations_stay_small_and_quick() -> None:
    result = many_recommendations(500, 12)
    start = time.process_time()
    html = render_report(result, "nb")
    assert len(html.encode()) < 3_000_000
    assert time.process_time() - start < 10  # about a second; the bar only catches what grows with the square
    drawing = next(one for one in Page(html).by_id("chart").all("svg") if one.attributes.get("role"))
    assert len([one for one in drawing.all("text") if "value" in one.classes()]) == 21


def test_a_role_nobody_knows_keeps_its_id() -> None:
    result = rich_result()
    first = replace(result.recommendations[0], roles={"sexologist": result.recommendations[0].roles["gp"]})
    assert "sexologist" in Page(render_report(replace(result, recommendations=(first,)), "nb")).by_id("asked-for").text
