"""The whole answer to `tnt compare`: what changed in the rules, and in hours."""

from __future__ import annotations

import math
from typing import IO, Literal

from tnt.analyses.compare.comparison import Comparison, RoleComparison
from tnt.analyses.compare.words import (
    WaterfallStep,
    notes,
    role_name,
    rule_in_words,
    shipped_notes,
    shown_roles,
    side_in_words,
    signed,
    steps,
)
from tnt.language.base import in_language
from tnt.locale import UNKNOWN, Texts
from tnt.result.supply import Overload
from tnt.show.bounded import overloaded_text
from tnt.show.terminal import Page
from tnt.show.totals_table import totals_rows

LONGEST_BAR = 20


def print_comparison(comparison: Comparison, lang: str, file: IO[str]) -> None:
    """Print the comparison in `lang`."""
    page, texts = Page(file), Texts(lang)
    page.paragraph(texts.text("compare.title", before=comparison.names[0], after=comparison.names[1]), "bold")
    page.paragraph(side_in_words("before", comparison.before, texts))
    page.paragraph(side_in_words("after", comparison.after, texts))
    page.gap()
    page.paragraph(texts.text("notice.opening"), "bold")
    _rules(page, comparison, texts)
    roles = shown_roles(comparison)
    for role, each in roles.items():
        if each.is_changed:
            _waterfall(page, role, comparison, texts)
    _unchanged(page, comparison, texts)
    for role in roles:
        _against_time(page, role, comparison, texts)
    page.gap()
    for note in [*notes(comparison, texts), *shipped_notes(comparison, texts)]:
        page.paragraph(note, "dim")


def _rules(page: Page, comparison: Comparison, texts: Texts) -> None:
    if comparison.rules:
        page.heading(texts.text("compare.rules", count=len(comparison.rules)))
        page.items([rule_in_words(change, texts) for change in comparison.rules])
    else:
        page.gap()
        page.paragraph(texts.text("compare.no-rules"))


def _waterfall(page: Page, role: str, comparison: Comparison, texts: Texts) -> None:
    each = comparison.roles[role]
    page.heading(texts.text("compare.role", role=role_name(comparison, role, texts)))
    waterfall_steps = steps(each, texts)
    largest = max((abs(step.change_hours) for step in waterfall_steps[1:-1]), default=0.0)
    headers = [texts.text(f"compare.column-{key}") for key in ("step", "change", "hours")]
    page.table(headers, [_row(step, largest, texts) for step in waterfall_steps])
    for one in each.not_compared:
        known = "before" if one.after_hours is None else "after"
        title = in_language(one.title, texts.lang, one.id)
        page.paragraph(texts.text(f"compare.known-{known}", title=title))


def _row(step: WaterfallStep, largest: float, texts: Texts) -> list[str]:
    if step.kind in ("before", "after"):
        return [step.label, "", step.written(texts)]
    length = math.ceil(LONGEST_BAR * abs(step.change_hours) / largest) if largest else 0
    bar = ("+" if step.change_hours > 0 else "-") * length
    return [step.label, bar, step.written(texts)]


def _unchanged(page: Page, comparison: Comparison, texts: Texts) -> None:
    same = {role: each for role, each in shown_roles(comparison).items() if not each.is_changed}
    if same:
        page.gap()
    for how in ("", "-known", "-unknown"):
        roles = [role_name(comparison, role, texts) for role, each in same.items() if _how_known(each) == how]
        if roles:
            page.paragraph(texts.text(f"compare.unchanged{how}", roles=texts.listed(roles)))


def _how_known(each: RoleComparison) -> Literal["", "-known", "-unknown"]:
    """Whether hours that are the same on both sides are known: as key of what is said of them."""
    if each.change_hours is None:
        return "-unknown"
    return "-known" if each.at_least else ""


def _against_time(page: Page, role: str, comparison: Comparison, texts: Texts) -> None:
    """The figures of a role with working time, before and after, and how its lists stand."""
    each = comparison.roles[role]
    sides = {key: total for key, total in (("before", each.before), ("after", each.after)) if total is not None}
    if not any(total.available_hours is not None for total in sides.values()):
        return
    page.heading(texts.text("compare.against-time", role=role_name(comparison, role, texts)))
    rows = [row for row in totals_rows(list(sides.values()), texts) if any(row[1:])]
    overload = {"before": comparison.before.overload.get(role), "after": comparison.after.overload.get(role)}
    rows.append([texts.text("compare.overloaded"), *(_overloaded(overload[key], texts) for key in sides)])
    page.table(["", *(texts.text(f"compare.{key}") for key in sides)], rows)
    _available(page, comparison.roles[role], texts)
    _moved(page, role, comparison, texts)


def _available(page: Page, each: RoleComparison, texts: Texts) -> None:
    """What of a change in the available hours is other care; nothing where none of it is."""
    change = each.available_change
    if change is not None and change.other_care_hours:
        parts = {"hours": change.hours, "other_care": change.other_care_hours, "rest": change.other_hours or 0.0}
        values = {name: signed(hours, texts) for name, hours in parts.items()}
        page.paragraph(texts.text("compare.available", **values))


def _overloaded(lists: Overload | None, texts: Texts) -> str:
    return UNKNOWN if lists is None else overloaded_text(lists, texts)


def _moved(page: Page, role: str, comparison: Comparison, texts: Texts) -> None:
    if not comparison.has_same_lists:
        page.paragraph(texts.text("compare.other-lists"))
        return
    moved = comparison.states.get(role, {})
    sentences = [
        texts.text("compare.moved", count=count, before=texts.choice("state", old), after=texts.choice("state", new))
        for (old, new), count in moved.items()
    ]
    key = "compare.lists-moved-known" if comparison.roles[role].at_least else "compare.lists-moved"
    page.paragraph(" ".join([texts.text(key, count=sum(moved.values())), *sentences]))
