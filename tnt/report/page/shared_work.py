"""Who shares what with whom, by role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tnt.report.context.shared_work import SharedCell, SharedMatrix, SharedPairRow, SharedRole, SharedRow
from tnt.result.bounded import at_least
from tnt.result.model import Result
from tnt.result.shared_work import SharedActivity
from tnt.show.page.wording import Wording

MOST_NAMES = 10
MOST_PAIRS = 20
FEWEST_NAMES = 3
LEVELS = 4


def shared_work(result: Result, wording: Wording) -> tuple[SharedRole, ...]:
    """One entry per role of which tasks share work."""
    shown = {one.id: wording.in_language(one.title) for one in result.recommendations}
    titles = {name: shown.get(name, name) for one in result.shared_work for name in one.recommendations}
    sharing = {role: [one for one in result.shared_work if one.role == role] for role in wording.roles()}
    sharing_roles = [(role, activities) for role, activities in sharing.items() if activities]
    return tuple(
        _role(f"shared-{number}", wording.role(role), activities, titles, wording)
        for number, (role, activities) in enumerate(sharing_roles, start=1)
    )


def _role(
    anchor: str, title: str, activities: Sequence[SharedActivity], titles: Mapping[str, str], wording: Wording
) -> SharedRole:
    together: dict[tuple[str, str], float] = defaultdict(float)
    for pair in (pair for one in activities for pair in one.pairs):
        together[pair.one, pair.other] += pair.overlap_hours
    is_lower = any(one.at_least for one in activities)
    most_first = sorted(((pair, hours) for pair, hours in together.items() if hours > 0), key=lambda each: -each[1])
    return SharedRole(
        anchor=anchor,
        title=title,
        rows=tuple(_row(one, titles, wording) for one in activities),
        pairs=tuple(
            SharedPairRow(titles[one], titles[other], wording.hours(at_least(hours, is_lower)))
            for (one, other), hours in most_first[:MOST_PAIRS]
        ),
        more=wording.text("report.shared.more", count=rest) if (rest := len(most_first) - MOST_PAIRS) > 0 else None,
        matrix=_matrix(together, titles, wording),
    )


def _row(one: SharedActivity, titles: Mapping[str, str], wording: Wording) -> SharedRow:
    least, greatest = one.overlap_hours_bounds
    names = [titles[name] for name in one.recommendations]
    if (rest := len(names) - MOST_NAMES) > 0:
        names[MOST_NAMES:] = [wording.text("quantity.more", count=rest)]
    return SharedRow(
        activity=one.activity,
        recommendations=tuple(names),
        parts=wording.of(one, "parts_hours"),
        overlap=wording.of(one, "overlap_hours"),
        least=wording.hours(least),
        greatest=wording.hours(greatest),
    )


def _matrix(
    together: Mapping[tuple[str, str], float], titles: Mapping[str, str], wording: Wording
) -> SharedMatrix | None:
    names = list(dict.fromkeys(name for pair in together for name in pair))
    largest = max(together.values(), default=0.0)
    if not FEWEST_NAMES <= len(names) <= MOST_NAMES or largest <= 0:
        return None
    cells = []
    for row, one in enumerate(names):
        for column, other in enumerate(names[: row + 1]):
            hours = together.get((other, one), 0.0) + (together.get((one, other), 0.0) if one != other else 0.0)
            values = {"one": titles[one], "other": titles[other], "hours": wording.hours_with_unit(hours).text}
            level = min(LEVELS, 1 + int(LEVELS * hours / largest)) if hours > 0 else 0
            cells.append(SharedCell(column, row, level, wording.text("report.shared.cell", **values)))
    return SharedMatrix(
        names=tuple(titles[name] for name in names),
        cells=tuple(cells),
        description=wording.text("report.shared.description", count=len(names)),
    )
