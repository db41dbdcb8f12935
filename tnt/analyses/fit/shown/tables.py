"""Tables of a choice: roles, recommendations and what moves between roles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tnt.analyses.fit.result import Chosen, FitChoice, FitResult
from tnt.analyses.fit.shown.choice_lists import by_hours
from tnt.analyses.fit.shown.context import FitTable
from tnt.analyses.fit.shown.words import NOT_GIVEN, FitWords, label
from tnt.language.base import in_language
from tnt.show.page.parts import Figure


def roles_table(choice: FitChoice, anchor: str, words: FitWords) -> FitTable:
    """What each role is asked for, and what there is."""
    shown = [(role, choice.hours[role]) for role in words.roles if role in choice.hours]
    columns: dict[str, list[Figure]] = {
        "used": [words.number(one.used) for _, one in shown],
        "available": [words.number(one.available) for _, one in shown],
        "share": [words.share(one.used / one.available if one.available else None) for _, one in shown],
    }
    if any(one.kept_for_unknown for _, one in shown):
        columns["kept"] = [words.number(one.kept_for_unknown) for _, one in shown]
    if any(one.delegated for _, one in shown):
        columns["delegated"] = [words.number(one.delegated) for _, one in shown]
    return FitTable(
        anchor=anchor,
        caption=words.text("fit.table-roles"),
        heads=(words.text("fit.head-role"), *(words.text(f"fit.head-{key}") for key in columns)),
        words=1,
        rows=tuple(
            (label(words.role(role)), *cells) for (role, _), *cells in zip(shown, *columns.values(), strict=True)
        ),
    )


def recommendations_table(
    some: Collection[Chosen], anchor: str, caption: str, words: FitWords, *, with_share: bool = False
) -> list[FitTable]:
    """Recommendations, most hours first; none where there is nothing to show."""
    if not some:
        return []
    rows = by_hours(some, words.main)
    columns = [*_hours_columns(rows, words)]
    if with_share:
        columns.append((words.text("fit.head-followed"), [words.share(one.uptake) for one in rows]))
    if any(one.benefit is not None for one in rows):
        columns.append((_benefit_head(words.result, words), [words.number(one.benefit) for one in rows]))
    if any(one.in_draws is not None for one in rows):
        columns.append((words.text("fit.head-draws"), [words.share(one.in_draws) for one in rows]))
    if any(one.in_weights is not None for one in rows):
        columns.append((words.text("fit.head-weights"), [_tried(one, words) for one in rows]))
    names = [label(_named(one, words)) for one in rows]
    return [_table(anchor, caption, names, columns, words)]


def hours_table(
    of: Mapping[str, tuple[str, Mapping[str, float | None], bool]], anchor: str, caption: str, words: FitWords
) -> FitTable:
    """Hours by role of anything that has a name: id -> name, hours, and whether they are a lower bound."""
    columns = [
        (
            words.text("fit.head-hours", role=words.role(role)),
            [words.at_least(hours.get(role), is_lower) for _, hours, is_lower in of.values()],
        )
        for role in words.columns(role for _, hours, _ in of.values() for role in hours)
    ]
    return _table(anchor, caption, [label(name) for name, _, _ in of.values()], columns, words)


def moved_table(choice: FitChoice, anchor: str, words: FitWords) -> list[FitTable]:
    """What the choice gives to another role."""
    rows = tuple(
        (
            label(words.text("fit.task-of", title=words.title(one.recommendation), task=one.task)),
            label(words.text("fit.from-to", before=words.role(one.from_role), after=words.role(one.to_role))),
            words.share(one.share),
            words.share(one.most),
            words.number(one.hours.get(one.from_role)),
            words.number(one.hours.get(one.to_role)),
        )
        for one in choice.moved
    )
    heads = tuple(words.text(f"fit.head-{key}") for key in ("task", "move", "moved", "most", "less", "more"))
    return [FitTable(anchor, words.text("fit.table-moved"), heads, 2, rows)] if rows else []


def _hours_columns(rows: Sequence[Chosen], words: FitWords) -> list[tuple[str, list[Figure]]]:
    return [
        (
            words.text("fit.head-hours", role=words.role(role)),
            [words.at_least(one.hours.get(role), one.hours_are_at_least) for one in rows],
        )
        for role in words.columns(role for one in rows for role in one.hours)
    ]


def _benefit_head(result: FitResult, words: FitWords) -> str:
    objective = result.objective
    if objective is None or objective.kind == "outcome":
        return words.text("fit.head-people")
    return words.text("fit.head-benefit", unit=in_language(objective.unit, words.texts.lang))


def _tried(one: Chosen, words: FitWords) -> Figure:
    if one.in_weights is None:
        return NOT_GIVEN
    in_it, of = one.in_weights
    return Figure(words.text("report.of", part=in_it, whole=of), in_it / of if of else None)


def _named(one: Chosen, words: FitWords) -> str:
    title = in_language(one.title, words.texts.lang, one.id)
    if one.is_new:
        return words.text("fit.new", title=title)
    return words.text(f"fit.why-{one.why}", title=title) if one.why in ("legal", "kept", "against") else title


def _table(
    anchor: str, caption: str, names: Sequence[Figure], columns: Sequence[tuple[str, list[Figure]]], words: FitWords
) -> FitTable:
    heads = (words.text("fit.head-recommendation"), *(head for head, _ in columns))
    rows = tuple(zip(names, *(cells for _, cells in columns), strict=True))
    return FitTable(anchor, caption, heads, 1, rows)
