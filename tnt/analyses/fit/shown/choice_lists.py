"""What became of each recommendation of a choice, sorted into lists that nobody is in twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from tnt.analyses.fit.result import Chosen, FitChoice, FitResult


@dataclass(frozen=True, slots=True)
class ChoiceLists:
    """The recommendations of one choice."""

    is_in: tuple[Chosen, ...]
    out: tuple[Chosen, ...]
    partly: tuple[Chosen, ...]
    kept_apart: tuple[Chosen, ...]
    """Those whose benefit is unknown and whose hours are kept: neither in nor out."""

    @property
    def all_fit(self) -> bool:
        """Whether nothing would have to give way."""
        return not self.out and not self.partly


def choice_lists(choice: FitChoice, result: FitResult) -> ChoiceLists:
    """In the order of the files. What has an unknown benefit or a missing time, or is named by no tier, was not chosen
    from, so that it is never out."""
    apart = {*result.unknown_benefit, *result.unknown_hours, *result.in_no_tier}
    ranked = choice.recommendations
    return ChoiceLists(
        is_in=_those(ranked, lambda one: one.uptake >= 1 and one.why != "unknown-benefit"),
        out=_those(ranked, lambda one: one.uptake <= 0 and one.id not in apart),
        partly=_those(ranked, lambda one: 0 < one.uptake < 1 and one.why != "unknown-benefit"),
        kept_apart=_those(ranked, lambda one: one.uptake > 0 and one.why == "unknown-benefit"),
    )


def _those(of: Iterable[Chosen], wanted: Callable[[Chosen], bool]) -> tuple[Chosen, ...]:
    return tuple(one for one in of if wanted(one))


def by_hours(some: Collection[Chosen], role: str | None) -> list[Chosen]:
    """Most hours of the role first; what is unknown comes last."""

    def rank(one: Chosen) -> tuple[float, str]:
        hours = one.hours.get(role or "")
        return (1.0 if hours is None else -hours, one.id)

    return sorted(some, key=rank)
