"""What `tnt lists` prints: all lists together, how long lists are, the extremes, and areas where asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import IO

import numpy as np

from tnt.analyses.supply.needs import NEEDS_FIGURES, NORM_FIGURES, ListNeeds, NeedsColumns, NeedsRow
from tnt.compile.notice import NoticeCode
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.bounded import marked
from tnt.show.bounded import bounded_text, writer
from tnt.show.head.heading import print_heading
from tnt.show.notices import reader_notices, role_titles
from tnt.show.roles import roles_by_weight
from tnt.show.terminal import Page

MOST_LIST_ROWS = 12
"""Lists or areas shown; the others are in csv."""
_BAR = 40
"""Signs of the longest bar."""
_INTERVALS = 12
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COLUMNS = ("people", "people_per_post", "largest_manageable_list", "posts", "posts_needed", "posts_missing")
_ABOUT = {**NEEDS_FIGURES, **NORM_FIGURES}


def print_lists(needs: ListNeeds, lang: str, file: IO[str]) -> None:
    """Print the answer in `lang`."""
    page, texts = Page(file), Texts(lang)
    print_heading(page, needs.result, texts)
    titles = role_titles(needs.result, texts)
    order = roles_by_weight(needs.result)  # the capacities of a role stay as they were given
    for role, rows in groupby(sorted(needs.together, key=lambda row: order.index(row.role)), key=lambda row: row.role):
        together = list(rows)
        page.heading(titles[role])
        _together(page, together, needs, texts)
        lists = needs.lists.like(together[0])
        _spread(page, lists, texts)
        _rows(page, "lists.areas", needs.areas.like(together[0]), needs, texts)
        if needs.result.lists.count > 1 and not needs.areas:
            _rows(page, "lists.lists", lists, needs, texts)
    page.gap()
    for key in ("lists.legend-largest", "lists.legend-missing"):
        page.paragraph(texts.text(key), "dim")
    page.heading(texts.text("estimate.notices"))
    page.items(reader_notices(needs.result, texts, without=(NoticeCode.NO_CAPACITY_FOR_ROLE,)))


def _together(page: Page, rows: Sequence[NeedsRow], needs: ListNeeds, texts: Texts) -> None:
    """A row per figure, a column per capacity; the figures of a norm apart."""
    names = dict(needs.capacities)
    heads = [""]
    for letter, row in zip(_LETTERS, rows, strict=False):
        name = in_language(names[row.capacity], texts.lang, row.capacity)
        if len(rows) > 1:
            page.paragraph(texts.text("supply.named", letter=letter, name=name))
        heads.append(letter if len(rows) > 1 else name)
    page.table(heads, [_across(key, rows, needs, texts) for key in NEEDS_FIGURES])
    if needs.norm is not None:
        page.heading(texts.text("lists.norm", people=needs.norm))
        page.table(heads, [_across(key, rows, needs, texts) for key in NORM_FIGURES])


def _across(key: str, rows: Sequence[NeedsRow], needs: ListNeeds, texts: Texts) -> list[str]:
    return [texts.text(f"lists.figure.{key}"), *(_cell(key, row, needs, texts) for row in rows[: len(_LETTERS)])]


def _cell(key: str, row: NeedsRow, needs: ListNeeds, texts: Texts) -> str:
    flags = {
        "at_least": needs.result.total[row.role].at_least,
        "people_at_least": bool(needs.result.lists.people_at_least.any()),
    }
    one = marked(row.figures[key], _ABOUT[key], flags.__getitem__)
    return bounded_text(one, writer(_ABOUT[key], texts), texts)


def _spread(page: Page, lists: NeedsColumns | None, texts: Texts) -> None:
    """How many people a post has, list by list, as bars of signs."""
    lengths = np.array([]) if lists is None else lists.figures["people_per_post"]
    lengths = lengths[np.isfinite(lengths)]
    if len(lengths) < 2 or lengths.max() - lengths.min() < 1:
        return
    edges = _round_edges(float(lengths.min()), float(np.quantile(lengths, 0.99)))
    counts, _ = np.histogram(np.minimum(lengths, (edges[-2] + edges[-1]) / 2), bins=edges)
    page.heading(texts.text("lists.spread", count=len(lengths)))
    labels = [
        texts.text("lists.interval", low=texts.people(low), high=texts.people(high))
        for low, high in pairwise(edges[:-1])
    ]
    labels.append(texts.text("lists.from", low=texts.people(edges[-2])))
    page.bars(
        [
            [label, texts.number(float(count), 0), "#" * round(_BAR * int(count) / int(counts.max()))]
            for label, count in zip(labels, counts, strict=True)
        ]
    )


def _round_edges(low: float, high: float) -> list[float]:
    """Edges of one round width from below `low` to past `high`."""
    step = 10.0 ** math.floor(math.log10((high - low) / _INTERVALS))
    width = next(factor * step for factor in (1, 2, 5, 10, 20) if (high - low) / (factor * step) <= _INTERVALS)
    first = math.floor(low / width)
    return [width * number for number in range(first, math.floor(high / width) + 2)]


def _rows(page: Page, heading: str, rows: NeedsColumns | None, needs: ListNeeds, texts: Texts) -> None:
    """Those that need most posts per post they have first; where posts are not counted, those that need most."""
    if not rows:
        return
    per_post, largest, needed = (
        np.where(np.isfinite(values), values, 0.0)
        for values in (rows.figures[key] for key in ("people_per_post", "largest_manageable_list", "posts_needed"))
    )
    needed_per_post = np.divide(per_post, largest, out=np.zeros(len(rows)), where=largest != 0)
    first = [rows.row(int(number)) for number in np.lexsort((-needed, -needed_per_post))[:MOST_LIST_ROWS]]
    page.heading(texts.text(heading, count=len(first), of=len(rows)))
    heads = [texts.text("lists.list"), *(texts.text(f"lists.column.{key}") for key in _COLUMNS)]
    page.table(heads, [[_name(row, texts), *(_cell(key, row, needs, texts) for key in _COLUMNS)] for row in first])


def _name(row: NeedsRow, texts: Texts) -> str:
    return row.name or row.id or texts.text("lists.no-area")
