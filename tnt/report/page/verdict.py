"""What the lists show for one role, in one or two careful sentences."""

from __future__ import annotations

from tnt.result.capacity import CapacityUsed
from tnt.result.lists import STATES, state_name
from tnt.result.model import Result
from tnt.result.supply import Overload
from tnt.show.bounded import how_known
from tnt.show.page.wording import Wording


def verdict(role: str, result: Result, wording: Wording) -> str:
    """The finding and, beside it, how sure it is and how much time other work may take before it changes."""
    sentences = [_finding(role, result, wording)]
    if result.total[role].at_least:
        sentences.append(wording.text("report.verdict.lower-bound"))
    sentences += room_sentences(role, result, wording)
    return " ".join(sentences)


def room_sentences(role: str, result: Result, wording: Wording) -> list[str]:
    """How much of the gross hours is left for other work; and, where the threshold is not 100 %, how much of them other
    work may take before the role is called overloaded, which is another figure. None where they are unknown."""
    total, capacity = result.total[role], result.capacity
    if total.headroom is None or total.break_even_reserve is None or capacity is None:
        return []
    key = "report.verdict.headroom" if total.headroom > 0 else "report.verdict.no-headroom"
    sentences = [wording.text(key, share=wording.share(total.headroom).text)]
    if total.break_even_reserve != total.headroom:
        ends = "-at-most" if total.at_least else ""
        key = f"report.verdict.break-even{ends}" if total.break_even_reserve > 0 else "report.verdict.no-break-even"
        threshold, share = wording.limit(capacity.overload), wording.share(total.break_even_reserve).text
        sentences.append(wording.text(key, share=share, threshold=threshold))
    return sentences


def _finding(role: str, result: Result, wording: Wording) -> str:
    overload, capacity = result.overload.get(role), result.capacity
    name = wording.role(role)
    if overload is None or capacity is None or overload.of == 0:
        return wording.text("report.verdict.none", role=name, why=_why_none(overload, wording))
    if result.lists.count == 1:
        return _one_list(role, result, capacity, wording)
    sentence = wording.text(
        f"report.verdict.lists{how_known(overload)}",
        role=name,
        lists=wording.count(overload.lists).text,
        of=wording.count(overload.of).text,
        share=wording.share(overload.share).text,
        threshold=wording.limit(capacity.overload),
    )
    if capacity.watch is None:
        return sentence
    watched = wording.count(overload.watch).text
    return f"{sentence} {wording.text('report.verdict.watch', lists=watched, threshold=wording.limit(capacity.watch))}"


def _one_list(role: str, result: Result, capacity: CapacityUsed, wording: Wording) -> str:
    total = result.total[role]
    if total.share_of_capacity is None or role not in result.lists.roles:
        return wording.text("report.verdict.no-time", role=wording.role(role))
    on_list = result.lists.roles[role]
    state = state_name(STATES[int(on_list.state[0])], bool(on_list.at_least[0]))
    return wording.text(
        "report.verdict.one-list",
        role=wording.role(role),
        state=wording.name("state", state),
        threshold=wording.limit(capacity.overload),
    )


def _why_none(overload: Overload | None, wording: Wording) -> str:
    if overload is None:
        return wording.text("report.verdict.why-no-capacity")
    counted = [(overload.vacant, "vacant"), (overload.unknown, "unknown"), (overload.imputed, "imputed")]
    parts = [wording.text(f"report.verdict.why-{state}", count=count) for count, state in counted if count]
    return wording.texts.listed(parts) or wording.text("report.verdict.why-no-lists")
