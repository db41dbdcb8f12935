"""What a drafted lists file makes of its table, for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

import numpy as np

from tnt.authoring.drafting.draft import Draft
from tnt.locale import Texts
from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.people.coverage import not_held
from tnt.show.terminal import Page

_MOST_NAMED = 12
_LONGEST = 60


def print_summary(draft: Draft, file: IO[str], texts: Texts) -> None:
    """People per list, what the table holds, what was left out and why."""
    page, lists = Page(file), draft.lists
    page.paragraph(texts.text("draft.heading", table=lists.table), "bold")
    page.gap()
    page.table([texts.text("draft.list"), texts.text("draft.people")], list(_per_list(lists, texts)))
    page.gap()
    page.items([*_held(lists, texts), *_posts(draft, texts)])
    left_out = [*_left_out(draft, texts)]
    if left_out:
        page.heading(texts.text("draft.left-out"))
        page.items(left_out)
    page.gap()
    page.paragraph(texts.text("draft.confirm"))


def _per_list(lists: ListTable, texts: Texts) -> Iterator[list[str]]:
    people = lists.people.sum(axis=1) + (lists.untold.people if lists.untold is not None else 0)
    largest = int(people.argmax())

    def row(key: str, name: str, count: float) -> list[str]:
        return [texts.text(f"draft.{key}", list=name), texts.people(count)]

    yield row("first", _name(lists, 0), people[0])
    yield row("median", "", float(np.median(people)))
    yield row("largest", _name(lists, largest), people[largest])
    yield [texts.text("draft.all", count=len(people)), texts.people(float(people.sum()))]


def _name(lists: ListTable, index: int) -> str:
    names = [str(lists.ids[index]), "" if lists.names is None else str(lists.names[index])]
    return _short(" ".join(dict.fromkeys(filter(None, names))))


def _held(lists: ListTable, texts: Texts) -> Iterator[str]:
    """Sexes and ages, and who is not known."""
    if not lists.ages_known:
        yield texts.text("draft.no-ages")
    else:
        held = [stratum for stratum in lists.strata if stratum not in lists.not_held]
        sexes = sorted({stratum.sex for stratum in held})
        yield texts.text(
            "draft.held",
            sexes=texts.listed([texts.text(f"draft.sex-{sex}") for sex in sexes]),
            bands=len({stratum.ages for stratum in held}),
            ages=_reach(held),
        )
        if lacking := not_held(held):
            yield texts.text("draft.not-held", groups=_several([_group(each, texts) for each in lacking]))
    if lists.untold is not None and lists.untold.people.sum() > 0:
        yield texts.text("draft.untold", people=float(lists.untold.people.sum()))
    held_columns = [stratum not in lists.not_held for stratum in lists.strata]
    if lists.beyond is not None and (beyond := lists.beyond[:, held_columns]).any():
        finite = float(beyond[np.isfinite(beyond)].sum())
        key = "draft.cells-bounded" if np.isfinite(beyond).all() else "draft.cells-unknown"
        yield texts.text(key, count=int(np.count_nonzero(beyond)), people=finite)


def _reach(held: Sequence[Stratum]) -> str:
    first, last = min(each.ages.first for each in held), max(held, key=lambda each: each.last).ages.last
    return f"{first}+" if last is None else f"{first}-{last}"


def _group(stratum: Stratum, texts: Texts) -> str:
    return f"{texts.text(f'draft.sex-{stratum.sex}')} {stratum.ages}"


def _posts(draft: Draft, texts: Texts) -> Iterator[str]:
    for role, staff in draft.keys.get("staff", {}).items():
        posts = draft.lists.posts[role]
        unknown = int(np.count_nonzero(np.isnan(posts)))
        values = {
            "role": texts.choice("role", role),
            "column": _short(staff["posts"]),
            "posts": float(np.nansum(posts)),
        }
        yield texts.text(f"draft.posts-{staff.get('in', 'fte')}", **values)
        if unknown:
            yield texts.text("draft.posts-unknown", count=unknown)


def _left_out(draft: Draft, texts: Texts) -> Iterator[str]:
    lists = draft.lists
    for each in lists.left_out:
        values = {"rows": each.rows, "column": _short(each.column), "values": _several([*each.values])}
        key = "draft.rows-empty" if each.key == "not" and each.values == ("",) else f"draft.rows-{each.key}"
        yield texts.text(key, **values)
    if lists.totals:
        yield texts.text("draft.totals", totals=_several([total.name for total in lists.totals]))
    if lists.rows_above:
        yield texts.text("draft.rows-above", count=lists.rows_above)
    if draft.dropped:
        yield texts.text("draft.dropped", count=len(draft.dropped), columns=_several(draft.dropped))
    if draft.unused:
        yield texts.text("draft.columns", count=len(draft.unused), columns=_several(draft.unused))
    if draft.sheets:
        yield texts.text("draft.sheets", sheets=_several(draft.sheets))


def _several(names: Sequence[str]) -> str:
    return ", ".join(map(_short, names[:_MOST_NAMED])) + (", …" if len(names) > _MOST_NAMED else "")


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
