"""An estimate in a few lines, and as the cell of a notebook."""

from __future__ import annotations

from html import escape

import pandas as pd

from tnt.locale import Texts
from tnt.result.bounded import bounded
from tnt.result.figures import figures_of
from tnt.result.model import Result
from tnt.result.total import RoleTotal
from tnt.show.bounded import writer
from tnt.show.notices import pack_notice, reader_notices, role_title
from tnt.visible import legible

_MOST_ROWS = 10
_BOUNDS = {"exact": "", "at-least": "at least ", "at-most": "at most "}


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
    required, share, reserve = (
        _figure(total, name, texts) for name in ("required_hours", "share_of_capacity", "break_even_reserve")
    )
    if required is None:
        return texts.text("estimate.cannot-be-estimated")
    parts = [f"{required} hours a year required"]
    spread = None if result.uncertainty is None else result.uncertainty.total.get(role)
    if spread is not None and spread.headline.p05 < spread.headline.p95:
        parts.append(f"90% interval {texts.number(spread.headline.p05)} to {texts.number(spread.headline.p95)}")
    parts += [] if share is None else [f"{share} of capacity"]
    parts += [] if reserve is None else [f"break-even reserve {reserve}"]
    return ", ".join(parts)


def _figure(total: RoleTotal, name: str, texts: Texts) -> str | None:
    """A figure and its bound in words; None where it is unknown."""
    one = bounded(total, name)
    return f"{_BOUNDS[one.bound]}{writer(figures_of(RoleTotal)[name], texts)(one.value)}" if one.is_known else None


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
