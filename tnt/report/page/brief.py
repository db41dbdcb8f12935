"""The report on half a page: sentences, key figures per role, and what to know first."""

from __future__ import annotations

from tnt.analyses.uncertainty.section import brief_sentence
from tnt.report.context.brief import Brief, RoleCard, RoleLine
from tnt.report.page.meters import meter
from tnt.report.page.notices import notices
from tnt.report.page.verdict import verdict
from tnt.result.model import Result
from tnt.result.supply import Overload
from tnt.result.total import RoleTotal
from tnt.show.page.figures import KEPT_TOGETHER
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
    sentences = [wording.text("report.brief.hours", roles=wording.texts.listed(_hours_by_role(result, wording)))]
    if result.uncertainty is not None:
        sentences += [one for role in wording.roles() if (one := brief_sentence(role, result.uncertainty, wording))]
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
    return wording.hours_with_unit(total.required_hours, total.at_least)


def _share_sentence(role: str, total: RoleTotal, wording: Wording) -> str:
    return wording.text(
        "report.brief.share",
        role=wording.role(role),
        share=wording.share(total.share_of_capacity, total.at_least).text,
        kind=wording.name("kind", total.kind),
        positions=wording.number(total.positions, total.at_least).text,
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
        headline=_required(total, wording) if share is None else wording.share(share, total.at_least),
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
        wording.hours(total.required_hours, total.at_least),
        _change(total, wording),
        wording.hours(total.one_off_hours),
        wording.hours(total.first_year_hours, total.first_year_at_least),
    )


def _facts(total: RoleTotal, overload: Overload | None, wording: Wording) -> tuple[Fact, ...]:
    reserve = wording.share(total.break_even_reserve)
    facts = [
        _fact("required", wording.hours(total.required_hours, total.at_least), wording),
        _fact("available", wording.hours(total.available_hours), wording),
        _fact("positions", wording.number(total.positions, total.at_least), wording),
        _fact("break-even", wording.at_most(reserve) if total.at_least else reserve, wording),
        _fact("change", _change(total, wording), wording),
    ]
    if total.load_before is not None:
        facts.append(_fact("load-before", wording.share(total.load_before), wording))
        facts.append(_load_after(total, wording))
    facts.append(_fact("first-year", wording.hours(total.first_year_hours, total.first_year_at_least), wording))
    first_year_share = wording.share(total.first_year_share_of_capacity, total.first_year_at_least)
    facts.append(_fact("first-year-share", first_year_share, wording))
    if total.one_off_hours:
        facts.append(_fact("one-off", wording.hours(total.one_off_hours), wording))
    if total.overlap_hours:
        least, greatest = (wording.hours(bound).text for bound in total.overlap_hours_bounds)
        between = wording.text("report.card.overlap-between", least=least, greatest=greatest)
        facts.append(Fact(wording.text("report.card.overlap"), wording.hours(total.overlap_hours), between))
    return (*facts, *(_list_facts(overload, wording) if overload else ()))


def _fact(key: str, figure: Figure, wording: Wording) -> Fact:
    note = f"report.card.{key}-note"
    return Fact(wording.text(f"report.card.{key}"), figure, wording.text(note) if wording.texts.has(note) else None)


def _change(total: RoleTotal, wording: Wording) -> Figure:
    if total.incremental_hours is not None or total.incremental_hours_at_most is None:
        return wording.hours(total.incremental_hours, total.at_least)
    return wording.at_most(wording.hours(total.incremental_hours_at_most))


def _load_after(total: RoleTotal, wording: Wording) -> Fact:
    if total.load_after is not None or total.load_after_at_most is None:
        return _fact("load-after", wording.share(total.load_after), wording)
    return _fact("load-after", wording.at_most(wording.share(total.load_after_at_most)), wording)


def _list_facts(overload: Overload, wording: Wording) -> list[Fact]:
    overloaded = Figure(wording.text("report.card.none-judged"), None)
    if overload.of:
        of = wording.text("report.of", part=overload.lists, whole=overload.of).replace(" ", KEPT_TOGETHER)
        overloaded = Figure(of, float(overload.lists))
    others = [(overload.vacant, "vacant"), (overload.unknown, "unknown"), (overload.imputed, "imputed")]
    counted = [Fact(wording.name("state", state), wording.count(count), None) for count, state in others if count]
    return [_fact("overloaded", overloaded, wording), *counted]
