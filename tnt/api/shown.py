"""An estimate in a few lines, and as the cell of a notebook."""

from __future__ import annotations

from html import escape

import pandas as pd

from tnt.locale import Texts
from tnt.result.model import Result
from tnt.show.notices import pack_notice, reader_notices, role_title
from tnt.visible import legible

_MOST_ROWS = 10


def in_few_lines(result: Result) -> str:
    """When, what and for whom, the hours of each role against the time there is, and how sure they are."""
    texts = Texts("en")
    parts = counted(len(result.recommendations), "recommendation"), counted(result.lists.count, "list")
    return "\n".join(
        [
            f"Estimate as of {result.as_of}: {', '.join(parts)} ({result.lists.id})",
            *(
                f"  {role_title(role, one.title, texts)}: {_role(result, role, texts)}"
                for role, one in result.total.items()
            ),
            *_how_sure(result),
        ]
    )


def _how_sure(result: Result) -> list[str]:
    if result.uncertainty is None:
        return []
    known, unknown = result.uncertainty.with_range, len(result.uncertainty.without_range)
    if not known:
        return ["  How sure this is is unknown: no number has a range."]
    return [f"  {counted(known, 'number')} with a range, {unknown:,} without: an interval is at least that wide."]


def counted(count: int, what: str) -> str:
    """`1 list`, `2,300 lists`."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _role(result: Result, role: str, texts: Texts) -> str:
    total = result.total[role]
    if total.required_hours is None:
        return texts.text("estimate.cannot-be-estimated")
    least = "at least " if total.at_least else ""
    parts = [f"{least}{texts.number(total.required_hours)} hours a year required"]
    spread = None if result.uncertainty is None else result.uncertainty.total.get(role)
    if spread is not None and spread.headline.p05 < spread.headline.p95:
        parts.append(f"90% interval {texts.number(spread.headline.p05)} to {texts.number(spread.headline.p95)}")
    if total.share_of_capacity is not None:
        parts.append(f"{least}{texts.share(total.share_of_capacity)} of capacity")
    if total.break_even_reserve is not None:
        most = "at most " if total.at_least else ""
        parts.append(f"break-even reserve {most}{texts.share(total.break_even_reserve)}")
    return ", ".join(parts)


def notices(result: Result, lang: str) -> list[str]:
    """Everything a reader must know, what the figures are first."""
    texts = Texts(lang)
    first = [texts.text("notice.opening"), pack_notice(result, lang)]
    return [one for one in (*first, *reader_notices(result, texts)) if one]


def as_html(result: Result, recommendations: pd.DataFrame) -> str:
    """The lines, the recommendations that ask for most, and what a reader must know."""
    told = "".join(f"<li>{escape(legible(one))}</li>" for one in notices(result, "en"))
    return f"<pre>{escape(legible(in_few_lines(result)))}</pre>\n{_table(recommendations)}\n<ul>{told}</ul>"


def _table(recommendations: pd.DataFrame) -> str:
    shown = ["title", "eligible_people", "required_hours", "at_least", "numbers", "assumptions"]
    most = recommendations.sort_values("required_hours", ascending=False, kind="stable")[shown].head(_MOST_ROWS)
    unknown = Texts("en").text("estimate.cannot-be-estimated")
    table = most.assign(title=[legible(str(one)) for one in most["title"]])
    return table.to_html(float_format="{:,.0f}".format, na_rep=unknown)
