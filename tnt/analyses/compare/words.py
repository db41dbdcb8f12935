"""A comparison in the reader's words: what each side is, what each rule says differently, the steps of a waterfall."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from tnt.analyses.compare.comparison import Comparison, RoleComparison
from tnt.analyses.compare.part_changes import RuleChange, WrittenValue
from tnt.compile.notice import OF_SHIPPED
from tnt.language.base import Text, in_language
from tnt.locale import Texts
from tnt.result.bounded import at_least
from tnt.result.model import Result
from tnt.result.total import RoleTotal
from tnt.show.bounded import bounded_text
from tnt.show.notices import notice_text, role_title
from tnt.show.roles import by_weight, with_patient_last

NAMED_BARS = 15
"""Recommendations with a step of their own; the others are one step."""
_SETS = {
    "strength": "strength",
    "certainty": "certainty",
    "kind": "kind",
    "time_kind": "kind",
    "role": "role",
    "sex": "sex",
    "contact": "contact-kind",
    "status": "guideline-status",
}
"""Key whose values are words -> the section of the catalogues with their names."""


def side_in_words(side: Literal["before", "after"], result: Result, texts: Texts) -> str:
    """Guidelines, date, lists, working time and scenarios of a side."""
    lists, capacity = result.lists, result.capacity
    text = texts.text(
        "compare.side",
        side=texts.text(f"compare.{side}"),
        pack=in_language(result.pack_title, texts.lang) or _guidelines(result, texts),
        date=result.as_of,
        lists=in_language(lists.title, texts.lang, lists.id),
        people=bounded_text(lists.everybody, texts.people, texts),
        capacity=texts.text("compare.no-capacity")
        if capacity is None
        else in_language(capacity.title, texts.lang, capacity.id),
    )
    scenarios = [in_language(scenario.title, texts.lang, scenario.id) for scenario in result.scenarios]
    return f"{text} {texts.text('compare.with-scenarios', scenarios=texts.listed(scenarios))}" if scenarios else text


def _guidelines(result: Result, texts: Texts) -> str:
    return texts.listed(
        list(dict.fromkeys(in_language(one.guideline_title, texts.lang) for one in result.recommendations))
    )


def rule_in_words(change: RuleChange, texts: Texts) -> str:
    """One difference in what the sides say, with where each says it."""
    names = [_name(name, texts) for name in change.names]
    if change.kind == "changed":
        what = " · ".join([*names, _field(change, texts)])
        text = texts.text(
            "compare.changed", before=_said(change.before, change, texts), after=_said(change.after, change, texts)
        )
        text = "; ".join([*([text] if _differs(change) else []), *_provenance(change, texts)])
        return texts.text("compare.rule", what=what, said=text, where=_where(change, texts))
    entry, where = texts.choice("compare.entry", change.field), _where(change, texts)
    side = change.after or change.before
    numbers = "" if side is None or not side.text else f" ({side.text})"
    text = texts.text(f"compare.{change.kind}", entry=entry) + numbers
    return texts.text("compare.rule", what=" · ".join(names) or entry, said=text, where=where)


def _name(name: Text, texts: Texts) -> str:
    if isinstance(name, str) and texts.has(f"sex.{name}"):
        return texts.choice("sex", name)
    return role_title(name, name, texts) if isinstance(name, str) else in_language(name, texts.lang)


def _field(change: RuleChange, texts: Texts) -> str:
    keys = (f"compare.field.{change.field}", f"quantity.{change.field}")
    return next((texts.text(key) for key in keys if texts.has(key)), change.field)


def _said(side: WrittenValue | None, change: RuleChange, texts: Texts) -> str:
    if side is None or side.text is None:
        return texts.text("compare.not-given")
    text = in_language(side.text, texts.lang)
    if change.field in _SETS:
        return texts.choice(_SETS[change.field], text)
    ends = [end for end in (side.low_text, side.high_text) if end is not None]
    return f"{text} ({texts.at_level(' – '.join(ends), side.level)})" if ends else text


def _differs(change: RuleChange) -> bool:
    """Whether the values differ, and not only where they come from."""
    old, new = change.before, change.after
    values = [None if side is None else (side.text, side.low_text, side.high_text, side.level) for side in (old, new)]
    return values[0] != values[1]


def _provenance(change: RuleChange, texts: Texts) -> list[str]:
    """What the sides say differently of a number's status and source; where one differs by age, each age has its
    own."""
    old, new = change.before, change.after
    if old is None or new is None or old.status is None or new.status is None:
        return []
    lines = []
    if old.status != new.status:
        before, after = (texts.choice("status", side.status) for side in (old, new))
        lines.append(texts.text("compare.status-change", before=before, after=after))
    if old.source != new.source:
        none = texts.text("compare.no-source")
        before, after = (in_language(side.source, texts.lang, none) for side in (old, new))
        lines.append(texts.text("compare.source-change", before=before, after=after))
    return lines


def _where(change: RuleChange, texts: Texts) -> str:
    places = [f"{side.file}:{side.line}" for side in (change.before, change.after) if side is not None]
    return " → ".join(dict.fromkeys(places))


StepKind = Literal["before", "recommendation", "others", "shared-work", "merged-visits", "not-compared", "after"]


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """One step of a role's waterfall, from hours before it to hours after it. Totals start from 0."""

    kind: StepKind
    label: str
    change_hours: float
    from_hours: float
    to_hours: float
    is_known: bool = True
    """False for a total that cannot be estimated."""
    is_partial: bool = False
    """A time is missing on some side: a total is a lower bound, a change that of the known parts."""

    def written(self, texts: Texts) -> str:
        """Its hours: of a change, with their sign; marked where a part is missing."""
        if self.kind not in ("before", "after"):
            return f"{signed(self.change_hours, texts)}{' *' if self.is_partial else ''}"
        total = at_least(self.to_hours if self.is_known else None, self.is_partial)
        return bounded_text(total, texts.number, texts)


def steps(role: RoleComparison, texts: Texts) -> list[WaterfallStep]:
    """Before, the largest changes, the others together, what is saved together, what only one side knows, and after."""
    steps_so_far = [_total("before", role.before, texts)]
    named, others = role.bars[:NAMED_BARS], role.bars[NAMED_BARS:]

    def add(kind: StepKind, label: str, hours: float, is_partial: bool = False) -> None:
        at = steps_so_far[-1].to_hours
        steps_so_far.append(WaterfallStep(kind, label, hours, at, at + hours, is_partial=is_partial))

    for bar in named:
        add("recommendation", in_language(bar.title, texts.lang, bar.id), bar.change_hours, bar.is_partial)
    if others:
        hours = math.fsum(bar.change_hours for bar in others)
        add("others", texts.text("compare.others", count=len(others)), hours, any(bar.is_partial for bar in others))
    totals = [total for total in (role.before, role.after) if total is not None]
    if role.is_partly_shared or any(total.overlap_hours for total in totals):
        add("shared-work", texts.text("compare.shared-work"), role.shared_work_hours, role.is_partly_shared)
    if role.is_partly_merged or any(total.merged_visit_hours for total in totals):
        add("merged-visits", texts.text("compare.merged-visits"), role.merged_visit_hours, role.is_partly_merged)
    if role.not_compared:
        add("not-compared", texts.text("compare.not-compared", count=len(role.not_compared)), role.one_sided_hours)
    return [*steps_so_far, _total("after", role.after, texts)]


def _total(kind: StepKind, total: RoleTotal | None, texts: Texts) -> WaterfallStep:
    """Where a side does not ask the role, it asks 0 hours."""
    hours = 0.0 if total is None else total.required_hours
    is_partial = total is not None and total.at_least
    return WaterfallStep(
        kind, texts.text(f"compare.{kind}"), hours or 0.0, 0.0, hours or 0.0, hours is not None, is_partial
    )


def notes(comparison: Comparison, texts: Texts) -> list[str]:
    """What the signs mean, and that it adds up."""
    lines = []
    changed = [role for role in comparison.roles.values() if role.is_changed]
    for name, each in shown_roles(comparison).items():
        role = role_name(comparison, name, texts)
        for part, hours in (("supervision", each.supervision_hours), ("overhead", each.overhead_hours)):
            if hours:
                lines.append(texts.text(f"compare.{part}", role=role, hours=signed(hours, texts)))
    if any(role.is_partly_shared or any(bar.is_partial for bar in role.bars) for role in changed):
        lines.append(texts.text("compare.legend-partial"))
    if any(role.at_least for role in comparison.roles.values()):
        lines.append(texts.text("estimate.legend-at-least"))
    return [*lines, texts.text("compare.legend-bars")]


def shipped_notes(comparison: Comparison, texts: Texts) -> list[str]:
    """What either side has from files that come with tnt, each sentence once."""
    told = [one for side in (comparison.before, comparison.after) for one in side.notices if one.code in OF_SHIPPED]
    return list(dict.fromkeys(notice_text(one, texts) for one in told))


def shown_roles(comparison: Comparison) -> dict[str, RoleComparison]:
    """Roles of either side as people see them, each under a heading of its own: ranked by what is asked after, or
    before where nothing is, and then the patient."""
    totals = {**comparison.before.total, **comparison.after.total}
    shown = with_patient_last(by_weight(comparison.roles, totals), comparison.roles)
    return {role: comparison.roles[role] for role in shown}


def role_name(comparison: Comparison, role: str, texts: Texts) -> str:
    """The name of a role."""
    return role_title(role, comparison.roles[role].title, texts)


def signed(hours: float, texts: Texts) -> str:
    """A change, with its sign."""
    return f"+{texts.number(hours)}" if hours > 0 else texts.number(hours)
