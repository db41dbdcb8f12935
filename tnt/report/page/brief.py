"""The report on half a page: sentences, key figures per role, and what to know first."""

from __future__ import annotations

from tnt.analyses.uncertainty.section import brief_sentences
from tnt.report.context.brief import Brief, RoleCard, RoleLine
from tnt.report.page.meters import meter
from tnt.report.page.notices import notices
from tnt.report.page.verdict import verdict
from tnt.result.bounded import bounded
from tnt.result.model import Result
from tnt.result.supply import Overload
from tnt.result.total import RoleTotal
from tnt.show.page.parts import Fact, Figure
from tnt.show.page.wording import Wording


def brief(result: Result, wording: Wording) -> Brief:
    """Sentences, cards and notices."""
    with_time = [role for role in wording.roles() if wording.has_capacity(role)]
    others = [role for role in wording.roles() if not wording.has_capacity(role)]
    return Brief(
        sentences=_sentences(result, wording),
        cards=tuple(_card(number, role, result, wording) for number, role in enumerate(with_time, start=1)),
        other_roles=tuple(_line(role, result.total[role], wording) for role in others),
        notices=notices(result, wording),
        capacity_note=wording.in_language_if_any(result.capacity.note) if result.capacity else None,
    )


def _sentences(result: Result, wording: Wording) -> tuple[str, ...]:
    if not result.recommendations:
        return (wording.text("report.brief.nothing"),)
    with_time = [role for role in wording.roles() if wording.has_capacity(role)]
    with_share = [role for role in with_time if result.total[role].share_of_capacity is not None]
    by_role = _hours_by_role(result, wording)
    sentences = [wording.text("report.brief.hours", roles=wording.texts.listed(by_role))] if by_role else []
    if result.uncertainty is not None:
        for role in wording.roles():
            sentences += brief_sentences(role, result, result.uncertainty, wording)
    sentences += [_share_sentence(role, result.total[role], wording) for role in with_share]
    sentences += [verdict(role, result, wording) for role in with_time]
    sentences += [] if with_time else [wording.text("report.brief.no-capacity")]
    return (*sentences, _assumptions_sentence(result, wording))


def _hours_by_role(result: Result, wording: Wording) -> list[str]:
    return [
        wording.text(
            "report.brief.role-hours", role=wording.role(role), hours=_required(result.total[role], wording).text
        )
        for role in wording.roles()
    ]


def _required(total: RoleTotal, wording: Wording) -> Figure:
    return wording.hours_with_unit(bounded(total, "required_hours"))


def _share_sentence(role: str, total: RoleTotal, wording: Wording) -> str:
    return wording.text(
        "report.brief.share",
        role=wording.role(role),
        share=wording.of(total, "share_of_capacity").text,
        kind=wording.name("kind", total.kind),
        positions=wording.of(total, "positions").text,
    )


def _assumptions_sentence(result: Result, wording: Wording) -> str:
    assumed = sum(number.status == "assumption" for number in result.numbers)
    return wording.text("report.brief.assumptions", assumptions=assumed, numbers=len(result.numbers))


def _card(number: int, role: str, result: Result, wording: Wording) -> RoleCard:
    total = result.total[role]
    share = total.share_of_capacity
    known = "of-known" if _some_unknown(result, role) else "of-available"
    return RoleCard(
        title=wording.role(role),
        kind=wording.name("kind", total.kind),
        headline=_required(total, wording) if share is None else wording.of(total, "share_of_capacity"),
        caption=wording.text(f"report.card.{'hours' if share is None else known}"),
        meter=meter(f"meter-{number}", role, total, wording),
        facts=_facts(total, result.overload.get(role), wording),
    )


def _some_unknown(result: Result, role: str) -> bool:
    """Whether some lists are left out of the share, because they have no posts or their posts are unknown."""
    counted = result.overload.get(role)
    return counted is not None and counted.vacant + counted.unknown > 0


def _line(role: str, total: RoleTotal, wording: Wording) -> RoleLine:
    return RoleLine(
        wording.role(role),
        *(
            wording.of(total, name)
            for name in ("required_hours", "incremental_hours", "one_off_hours", "first_year_hours")
        ),
    )


def _facts(total: RoleTotal, overload: Overload | None, wording: Wording) -> tuple[Fact, ...]:
    shown = {
        "required": "required_hours",
        **({} if total.required_hours_at_most is None else {"required-at-most": "required_hours_at_most"}),
        "available": "available_hours",
        **({} if total.other_care_hours is None else {"other-care": "other_care_hours"}),
        **({} if total.busiest_week_share is None else {"busiest-week": "busiest_week_share"}),
        "positions": "positions",
        "does-not-fit": "hours_that_do_not_fit",
        **({"on-vacant-lists": "hours_on_vacant_lists"} if total.hours_on_vacant_lists else {}),
        **({} if total.headroom == total.break_even_reserve else {"headroom": "headroom"}),
        "break-even": "break_even_reserve",
        "change": "incremental_hours",
        **({} if total.load_before is None else {"load-before": "load_before", "load-after": "load_after"}),
        "first-year": "first_year_hours",
        "first-year-share": "first_year_share_of_capacity",
        **({"one-off": "one_off_hours"} if total.one_off_hours else {}),
    }
    facts = [_fact(key, wording.of(total, name), wording) for key, name in shown.items()]
    if total.overlap_hours:
        facts.append(_saved("overlap", total, "overlap_hours", total.overlap_at_least, wording))
    if total.merged_visit_hours:
        facts.append(_saved("merged-visits", total, "merged_visit_hours", total.merged_visits_at_least, wording))
    if total.supervision_hours:
        facts.append(_fact("supervision", wording.of(total, "supervision_hours"), wording))
    if total.overhead_hours:
        facts.append(_fact("overhead", wording.of(total, "overhead_hours"), wording))
    return (*facts, *(_list_facts(overload, wording) if overload else ()))


def _saved(key: str, total: RoleTotal, name: str, at_least: bool, wording: Wording) -> Fact:
    """Hours taken out of the sum of the parts, with the least and the greatest they may be."""
    least, greatest = (wording.hours(bound).text for bound in getattr(total, f"{name}_bounds"))
    how = "at-least" if at_least else "certain" if least == greatest else "between"
    between = wording.text(f"report.card.overlap-{how}", least=least, greatest=greatest)
    return Fact(wording.text(f"report.card.{key}"), wording.of(total, name), between)


def _fact(key: str, shown: Figure, wording: Wording) -> Fact:
    note = f"report.card.{key}-note"
    return Fact(wording.text(f"report.card.{key}"), shown, wording.text(note) if wording.texts.has(note) else None)


def _list_facts(overload: Overload, wording: Wording) -> list[Fact]:
    others = [(overload.vacant, "vacant"), (overload.unknown, "unknown"), (overload.imputed, "imputed")]
    counted = [Fact(wording.name("state", state), wording.count(count), None) for count, state in others if count]
    return [_fact("overloaded", wording.overloaded(overload), wording), *counted]
