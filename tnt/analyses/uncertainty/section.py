"""How sure the result is: what the template gets."""

from __future__ import annotations

from collections.abc import Sequence

from tnt.analyses.uncertainty.chances import chances
from tnt.analyses.uncertainty.context import (
    DriverOfTimeRow,
    DriverRow,
    DriversOfTime,
    IntervalBar,
    IntervalPicture,
    IntervalRow,
    UncertainRole,
    UncertaintyPart,
)
from tnt.analyses.uncertainty.tornado import ends_of_available, ends_of_required, tornado
from tnt.analyses.uncertainty.words import (
    between,
    lists_differ,
    mean_of,
    measuring_sentences,
    overloaded_sentence,
    range_sentences,
    room_sentence,
    share_of_variance,
    today_sentence,
    varies,
    varying,
    worth_measuring,
)
from tnt.result.model import Result
from tnt.result.uncertainty import Driver, Spread, TotalSpread, Uncertainty
from tnt.show.page.parts import Figure, Mark
from tnt.show.page.wording import NOT_GIVEN, Wording

MOST_DRIVER_ROWS = 20
_LONGEST_PERCENT = 98.0


def uncertainty_part(result: Result, wording: Wording) -> UncertaintyPart | None:
    """None where nothing was simulated."""
    uncertainty = result.uncertainty
    if uncertainty is None:
        return None
    roles = [role for role in wording.roles() if varies(uncertainty, role)]
    fixed = (
        [role for role in wording.roles() if role in uncertainty.total and role not in roles]
        if uncertainty.with_range or lists_differ(result)
        else []
    )
    return UncertaintyPart(
        sentences=tuple(range_sentences(result, uncertainty, wording.texts)),
        fixed=tuple(_fixed(role, result, uncertainty, wording) for role in fixed),
        roles=tuple(
            _role(f"sure-{number}", role, result, uncertainty, wording) for number, role in enumerate(roles, start=1)
        ),
        recommendations=_recommendations(result, uncertainty, wording),
        without_range=uncertainty.without_range,
    )


def _fixed(role: str, result: Result, uncertainty: Uncertainty, wording: Wording) -> str:
    """That no number behind the hours has a range; lists may be overloaded or not where working time has one."""
    sentence = wording.text("uncertainty.nothing-of-role", role=wording.role(role))
    more = [
        overloaded_sentence(result, uncertainty, role, wording.role(role), wording.texts),
        room_sentence(result, uncertainty, role, wording.role(role), wording.texts),
    ]
    return " ".join([sentence, *(one for one in more if one)])


def brief_sentences(role: str, result: Result, uncertainty: Uncertainty, wording: Wording) -> list[str]:
    """The interval of a role in a sentence, and whether there is room; none where no number behind them has a range."""
    room = room_sentence(result, uncertainty, role, wording.role(role), wording.texts)
    more = [] if room is None else [room]
    if not varies(uncertainty, role):
        return more
    sentence = wording.text(
        "report.sure.brief",
        role=wording.role(role),
        interval=between(uncertainty.total[role].headline, wording.texts),
        count=len(uncertainty.without_range),
        of=uncertainty.with_range + len(uncertainty.without_range),
    )
    return [sentence, *more]


def _role(anchor: str, role: str, result: Result, uncertainty: Uncertainty, wording: Wording) -> UncertainRole:
    title, total, drivers = wording.role(role), uncertainty.total[role], uncertainty.drivers[role]
    is_lower_bound = result.total[role].at_least
    sentences = [
        wording.text(
            "report.sure.role",
            mean=mean_of(total, is_lower_bound, wording.texts.hours, wording.texts),
            interval=between(total.headline, wording.texts),
            error=wording.hours_with_unit(total.error_of_mean).text,
        ),
        wording.text("uncertainty.known-part") if is_lower_bound else None,
        overloaded_sentence(result, uncertainty, role, title, wording.texts),
        room_sentence(result, uncertainty, role, title, wording.texts),
        today_sentence(uncertainty, role, title, wording.texts),
    ]
    middle = result.total[role].required_hours
    of_required = [one for one in drivers if one.moves_required or not one.moves_available]
    rest = len(of_required) - MOST_DRIVER_ROWS
    of_lists, differ = uncertainty.lists.get(role), lists_differ(result)
    return UncertainRole(
        anchor=anchor,
        title=title,
        sentences=tuple(one for one in sentences if one),
        picture=_picture(total, result.total[role].available_hours, wording),
        intervals=tuple(
            _row(wording.text(f"report.sure.{name}"), None, one, wording)
            for name, one in (("independent", total.independent), ("together", total.minutes_together))
        ),
        tornado=tornado(ends_of_required(of_required), total.independent.mean if middle is None else middle, wording),
        drivers=tuple(_driver(one, wording) for one in of_required[:MOST_DRIVER_ROWS]),
        of_time=_of_time(drivers, result.total[role].available_hours, wording),
        more=wording.text("report.sure.more", count=rest) if rest > 0 else None,
        measuring=tuple(measuring_sentences(result, uncertainty, role, title, wording.texts)),
        chances=None if of_lists is None else chances(of_lists.probability_of_overload, wording, differ=differ),
        chance=wording.text("report.sure.chance-own" if differ else "report.sure.chance"),
    )


def _of_time(drivers: Sequence[Driver], middle: float | None, wording: Wording) -> DriversOfTime | None:
    """None where no number moves the available hours."""
    ends = ends_of_available(drivers)
    if not ends or middle is None:
        return None
    return DriversOfTime(
        tornado=tornado(ends, middle, wording),
        rows=tuple(
            DriverOfTimeRow(
                label=wording.in_language(one.driver.label) or one.driver.stream,
                stream=one.driver.stream,
                at_low=wording.hours(one.at_low),
                at_high=wording.hours(one.at_high),
                worth=_worth(one.driver, wording),
            )
            for one in ends[:MOST_DRIVER_ROWS]
        ),
    )


def _worth(one: Driver, wording: Wording) -> Figure:
    return NOT_GIVEN if one.value_of_measuring is None else wording.hours(worth_measuring(one))


def _picture(total: TotalSpread, available_hours: float | None, wording: Wording) -> IntervalPicture:
    both = (("independent", total.independent), ("together", total.minutes_together))
    hours = [0.0, *(hours for _, one in both for hours in (one.p05, one.p95)), available_hours or 0.0]
    least, span = min(hours), (max(hours) - min(hours)) or 1.0

    def x(value: float) -> float:
        return round(_LONGEST_PERCENT * (value - least) / span, 3)

    bars = tuple(
        IntervalBar(
            label=wording.text(f"report.sure.bar-{name}", interval=between(one, wording.texts)),
            start_percent=x(one.p05),
            end_percent=x(one.p95),
            mean_percent=x(one.mean),
            is_headline=one == total.headline,
        )
        for name, one in both
    )
    known = wording.hours_with_unit(available_hours).text
    return IntervalPicture(
        bars=bars,
        available=Mark(x(available_hours), wording.text("report.sure.available", hours=known))
        if available_hours is not None
        else None,
        description=wording.text(
            "report.sure.picture-description",
            independent=between(total.independent, wording.texts),
            together=between(total.minutes_together, wording.texts),
            available=known,
        ),
    )


def _row(label: str, role: str | None, one: Spread, wording: Wording) -> IntervalRow:
    figures = (wording.hours(hours) for hours in (one.mean, one.p05, one.p50, one.p95))
    return IntervalRow(label, role, *figures)


def _recommendations(result: Result, uncertainty: Uncertainty, wording: Wording) -> tuple[IntervalRow, ...]:
    """Of both directions: for a recommendation against, the hours if it were done to all."""
    return tuple(
        _row(wording.in_language(one.title), wording.role(role), spread, wording)
        for one, role, spread in varying(result, uncertainty)
    )


def _driver(one: Driver, wording: Wording) -> DriverRow:
    return DriverRow(
        label=wording.in_language(one.label) or one.stream,
        stream=one.stream,
        at_low=wording.hours(one.at_low),
        at_high=wording.hours(one.at_high),
        alone=_share(one.first_order, wording),
        in_all=_share(one.total_order, wording),
        worth=_worth(one, wording),
    )


def _share(index: float | None, wording: Wording) -> Figure:
    return NOT_GIVEN if index is None else wording.share(share_of_variance(index))
