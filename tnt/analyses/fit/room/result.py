"""Ways to make room for something new: data only. Each holds the load of the role as it was before. [ours]"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tnt.language.base import Text

RoomScope = Literal["all", "tightest-tenth", "picked"]
"""All lists chosen; the tenth of them with the highest load before; the lists that `--only` picks."""


@dataclass(frozen=True, slots=True)
class MorePosts:
    """So many more posts of the role, on the lists in proportion to those they have."""

    posts_before: float
    posts: float
    """More than before."""
    kind: Literal["posts"] = "posts"


@dataclass(frozen=True, slots=True)
class ShorterLists:
    """So many fewer people per list and post, posts as they are."""

    people_per_post_before: float
    fewer_people_per_post: float
    people_to_move: float
    """Over all lists of the scope: those who would need a list elsewhere."""
    kind: Literal["list-size"] = "list-size"


@dataclass(frozen=True, slots=True)
class Delegation:
    """Such a share of work given to another role."""

    from_role: str
    to_role: str | None
    """None where nothing says who may take it."""
    basis: Literal["may-move", "break-even"]
    """Only what `may_move` allows, or, where nothing says what may move, the share that would make up for it."""
    share: float
    """Of what may move (`may-move`), or of all required hours of the role with the new (`break-even`)."""
    is_enough: bool
    """Whether all that may move makes up for it; else `share` is 1 and `hours_left` is above 0."""
    hours_moved: float
    """Fewer of the role, supervision taken out."""
    hours_of_other: float | None
    """More of the other role, at its own pace; None where nobody says whose."""
    hours_left: float
    tasks: tuple[str, ...]
    """`guideline/recommendation/tasks/task` of those that move."""
    hours_of_supervisors: float = 0.0
    """More of roles that supervise and are neither of the two."""
    kind: Literal["delegation"] = "delegation"


@dataclass(frozen=True, slots=True)
class EqualTo:
    """One recommendation and what the new one is of it: 1.4 times its hours."""

    id: str
    title: Text
    hours: float
    """Hours a year that the role would be spared without it, shared work that stays taken into account."""
    times: float
    """Hours of the new ÷ these."""
    is_legal: bool


@dataclass(frozen=True, slots=True)
class EqualHours:
    """Recommendations there are whose hours equal those of the new: the nearest single ones, and the smallest set that
    makes room (fewest recommendations, then least slack). What is legal never leaves."""

    nearest: tuple[EqualTo, ...]
    smallest_set: tuple[EqualTo, ...]
    """Empty where all that may leave do not make enough room."""
    hours: float
    """Freed by the smallest set together."""
    slack: float
    """Freed beyond what is needed."""
    is_fewest: bool = True
    """Whether it is proven that no fewer make room."""
    is_least_slack: bool = True
    """Whether it is proven that no set as small has less slack; else it is the best that was found."""
    kind: Literal["equal-hours"] = "equal-hours"


@dataclass(frozen=True, slots=True)
class Administrative:
    """Time reserved for other than guidelines, such as administration, of which such a share would have to go."""

    reserve: str
    title: Text
    hours: float
    """Reserved a year on the lists of the scope."""
    share: float
    """Of it that would have to go; above 1 where all of it is not enough."""
    kind: Literal["administrative"] = "administrative"


@dataclass(frozen=True, slots=True)
class Against:
    """Recommendations *against* something, and what they give back if they are followed: at most so much, since nobody
    knows that it is not counted already."""

    ids: tuple[str, ...]
    hours: float
    """Current less required hours of the role."""
    share: float
    """Of these that would have to be given back; above 1 where all of it is not enough."""
    kind: Literal["against"] = "against"


Way: TypeAlias = MorePosts | ShorterLists | Delegation | EqualHours | Administrative | Against


@dataclass(frozen=True, slots=True)
class RoomOfRole:
    """What makes room for the new in one role on the lists of one scope."""

    scope: RoomScope
    role: str
    lists: int
    people: float
    hours_before: float
    """Required of the role on lists with posts of it."""
    hours_added: float
    """What the new adds to them, after shared work and merged visits; below 0 where it gives time back."""
    available: float
    ways: tuple[Way, ...]

    @property
    def load_before(self) -> float:
        """Required ÷ available hours."""
        return self.hours_before / self.available


@dataclass(frozen=True, slots=True)
class RoomForNew:
    """What comes in, and what makes room for it."""

    new: tuple[str, ...]
    """Ids of the recommendations that come in."""
    hours_are_at_least: bool
    """Whether a time is missing of what comes in, so that it needs more room than said."""
    of_roles: tuple[RoomOfRole, ...]
    """By scope, then role; only roles that the new asks and that have a working time. Without ways where nothing is
    added that is known, or time is given back."""
    against: tuple[str, ...] = ()
    """Of these, those that advise against something: their hours are what is left of it."""
    elsewhere: Mapping[str, float] = field(default_factory=dict)
    """Role -> hours a year more of the other roles that the new asks: nobody knows how much time of theirs there is
    here, so that nothing can be said of what makes room."""

    @property
    def most_asked(self) -> RoomOfRole | None:
        """Of the role that is asked for most, on the lists chosen: what a scenario is of."""
        chosen = [one for one in self.of_roles if one.scope in ("all", "picked")]
        return max(chosen, key=lambda one: one.hours_added, default=None)
