"""What a reader must know to use a result, before any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import UnionType

from tnt.language.base import Text


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read: its path as given, and the SHA-256 of its bytes."""

    path: str
    sha256: str


class NoticeCode(StrEnum):
    """Everything a reader may have to know. Each has its text in the catalogues (`notice.CODE`)."""

    AGES_IMPUTED = "ages-imputed"
    AGES_IN_MONTHS = "ages-in-months"
    ASSUMPTIONS = "assumptions"
    BACKLOG_UNKNOWN = "backlog-unknown"
    BANDS_SPLIT = "bands-split"
    CANNOT_ESTIMATE = "cannot-estimate"
    CELLS_BOUNDED = "cells-bounded"
    CELLS_WITHOUT_COUNT = "cells-without-count"
    CLUSTERED = "clustered"
    COHORT_OF_LISTS = "cohort-of-lists"
    CONDITION_FLAT = "condition-flat"
    COURSES_FULL = "courses-full"
    CURRENT_UNKNOWN = "current-unknown"
    DEFAULT_LISTS = "default-lists"
    ENCODING_FOUND = "encoding-found"
    FOUND_SHIPPED = "found-shipped"
    HEADS_AS_POSTS = "heads-as-posts"
    INDIRECT_NOT_ADDED = "indirect-not-added"
    KINDS_DIFFER = "kinds-differ"
    LEFT_OUT = "left-out"
    LISTS_DIFFER = "lists-differ"
    LIKELY_TOTAL = "likely-total"
    MERGED_VISITS = "merged-visits"
    MIDDLES_TAKEN = "middles-taken"
    NO_CAPACITY = "no-capacity"
    NO_CAPACITY_FOR_ROLE = "no-capacity-for-role"
    NO_PEOPLE = "no-people"
    NOBODY_DIES = "nobody-dies"
    NOT_ESTIMABLE_ON_LISTS = "not-estimable-on-lists"
    OBSERVED = "observed"
    OBSERVED_MORE = "observed-more"
    OBSERVED_UNKNOWN = "observed-unknown"
    ONLY_LISTS = "only-lists"
    ONE_OFF_AGES_UNKNOWN = "one-off-ages-unknown"
    ONE_OFF_COUNTED_AGAIN = "one-off-counted-again"
    OUTSIDE_PACK = "outside-pack"
    OWN_IN_PLACE = "own-in-place"
    PACK_SHARE_OUTSIDE = "pack-share-outside"
    PEOPLE_NOT_HELD = "people-not-held"
    PEOPLE_UNTOLD = "people-untold"
    POSTS_CONSTANT = "posts-constant"
    POSTS_IMPUTED = "posts-imputed"
    POSTS_UNKNOWN = "posts-unknown"
    RAMP_NOT_USED = "ramp-not-used"
    RAMP_USED = "ramp-used"
    REGISTER_BY_SHIPPED = "register-by-shipped"
    REGISTER_IGNORED = "register-ignored"
    SHARE_OF_ALL_AGES = "share-of-all-ages"
    TAKEN_AS_INDEPENDENT = "taken-as-independent"
    REGISTER_UNPLACED = "register-unplaced"
    RESERVE_NEEDS_AGES = "reserve-needs-ages"
    ROWS_CHOSEN = "rows-chosen"
    ROWS_LEFT_OUT = "rows-left-out"
    ROWS_ABOVE = "rows-above"
    ROWS_WITHOUT_LIST = "rows-without-list"
    ROWS_MISSING = "rows-missing"
    SEASON_NEEDS_WEEKS = "season-needs-weeks"
    SHARED_WORK = "shared-work"
    SHARED_WORK_CLUSTERED = "shared-work-clustered"
    START_UP_AT_ONCE = "start-up-at-once"
    STRATEGIES_LACK_TIME = "strategies-lack-time"
    STRATEGIES_SHARE_WORK = "strategies-share-work"
    SUPPORT_NOT_RESERVED = "support-not-reserved"
    TOTAL_HOLDS_MORE = "total-holds-more"
    TOTALS_LEFT_OUT = "totals-left-out"
    UNSOURCED_RESERVE = "unsourced-reserve"
    UNVERIFIED_ADDRESSES = "unverified-addresses"
    VACANT = "vacant"
    YEARS_BACKLOG_UNKNOWN = "years-backlog-unknown"
    YEARS_INTERPOLATED = "years-interpolated"
    YEARS_START_UP_AT_ONCE = "years-start-up-at-once"
    OPENING = "opening"
    """Every output begins with it, whether or not it is among the notices."""


@dataclass(frozen=True, slots=True)
class RecommendationNames:
    """Recommendations a notice is about, by their ids, or titles where there is room; a sentence names a few."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListNames:
    """Lists a notice is about, by name or id; a sentence names a few."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleId:
    """A role, which is named as its file or the catalogues name it."""

    id: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a closed set, which the catalogues name in their `section`."""

    section: str
    name: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Several of a closed set."""

    section: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A share, 0 to 1."""

    value: float


@dataclass(frozen=True, slots=True)
class Joined:
    """Names that are all shown, with commas between."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """Things of a file, by id and what it calls them; a sentence names them all."""

    of: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries of a file, by id and what it calls them; a sentence says both, since the ids are what others name."""

    of: Mapping[str, Text]


OF_SHIPPED = (NoticeCode.FOUND_SHIPPED, NoticeCode.REGISTER_BY_SHIPPED, NoticeCode.OWN_IN_PLACE)
"""Whose numbers those are that nobody gave, and what is one's own in place of such: said wherever hours are."""

NoticeValue = (
    float | str | Text | RecommendationNames | ListNames | RoleId | Choice | Choices | Share | Joined | Titles | Entries
)

Kinds = dict[str, type | UnionType]
_NUMBER, _TEXT = int | float, str | dict
_ROLE: Kinds = {"role": RoleId}
_NAMED: Kinds = {"recommendations": RecommendationNames}
_ON_LISTS: Kinds = {"role": RoleId, "lists": _NUMBER}
_PART: Kinds = {"count": _NUMBER, "of": _NUMBER}
_ROWS: Kinds = {"rows": _NUMBER, "column": str, "values": Joined}
VALUES: Mapping[NoticeCode, Kinds] = {
    NoticeCode.AGES_IMPUTED: {"lists": _NUMBER, "population": _TEXT},
    NoticeCode.AGES_IN_MONTHS: _NAMED,
    NoticeCode.ASSUMPTIONS: _PART,
    NoticeCode.BACKLOG_UNKNOWN: _PART,
    NoticeCode.BANDS_SPLIT: {"population": _TEXT},
    NoticeCode.CANNOT_ESTIMATE: _ROLE | _NAMED,
    NoticeCode.CELLS_BOUNDED: {"count": _NUMBER, "lists": _NUMBER, "people": _NUMBER},
    NoticeCode.CELLS_WITHOUT_COUNT: {"count": _NUMBER, "lists": _NUMBER},
    NoticeCode.CLUSTERED: {"clusters": Titles},
    NoticeCode.COHORT_OF_LISTS: {"lists": _TEXT},
    NoticeCode.CONDITION_FLAT: {"conditions": Titles},
    NoticeCode.COURSES_FULL: _NAMED,
    NoticeCode.CURRENT_UNKNOWN: _PART,
    NoticeCode.DEFAULT_LISTS: {"lists": _TEXT},
    NoticeCode.ENCODING_FOUND: {"encoding": str},
    NoticeCode.FOUND_SHIPPED: {"file": str, "entries": Entries},
    NoticeCode.HEADS_AS_POSTS: _ON_LISTS,
    NoticeCode.INDIRECT_NOT_ADDED: _ROLE | _NAMED,
    NoticeCode.KINDS_DIFFER: _ROLE | _NAMED | {"time_kind": Choice, "capacity_kind": Choice},
    NoticeCode.LEFT_OUT: {"parts": Choices},
    NoticeCode.LISTS_DIFFER: {"variation": Share},
    NoticeCode.LIKELY_TOTAL: {"list": str, "people": _NUMBER, "others": _NUMBER},
    NoticeCode.MIDDLES_TAKEN: _PART,
    NoticeCode.NO_CAPACITY_FOR_ROLE: _ROLE,
    NoticeCode.NO_PEOPLE: {"lists": _NUMBER},
    NoticeCode.NOT_ESTIMABLE_ON_LISTS: {"recommendation": RecommendationNames, "lists": _NUMBER, "of": _NUMBER},
    NoticeCode.OBSERVED: _PART | {"population": _TEXT},
    NoticeCode.OBSERVED_MORE: _NAMED | {"share": Share},
    NoticeCode.OBSERVED_UNKNOWN: _NAMED,
    NoticeCode.ONLY_LISTS: _PART | {"lists": ListNames},
    NoticeCode.ONE_OFF_AGES_UNKNOWN: _NAMED,
    NoticeCode.ONE_OFF_COUNTED_AGAIN: _NAMED,
    NoticeCode.OUTSIDE_PACK: {"files": Joined},
    NoticeCode.OWN_IN_PLACE: {"entries": Joined},
    NoticeCode.PACK_SHARE_OUTSIDE: _ROLE | {"contacts": _TEXT, "share": Share, "low": Share, "high": Share},
    NoticeCode.PEOPLE_NOT_HELD: {"sex": Choice, "ages": Joined},
    NoticeCode.PEOPLE_UNTOLD: {"people": _NUMBER, "of": _NUMBER},
    NoticeCode.POSTS_IMPUTED: _ON_LISTS,
    NoticeCode.POSTS_UNKNOWN: _ON_LISTS,
    NoticeCode.RAMP_NOT_USED: _NAMED,
    NoticeCode.RAMP_USED: _NAMED | {"year": str},
    NoticeCode.REGISTER_BY_SHIPPED: {"conditions": Titles},
    NoticeCode.REGISTER_IGNORED: {"condition": _TEXT},
    NoticeCode.SHARE_OF_ALL_AGES: {"conditions": Titles, "recommendations": RecommendationNames},
    NoticeCode.TAKEN_AS_INDEPENDENT: {"recommendations": RecommendationNames},
    NoticeCode.REGISTER_UNPLACED: {"condition": _TEXT, "lists": _NUMBER, "people": _NUMBER},
    NoticeCode.RESERVE_NEEDS_AGES: _ROLE,
    NoticeCode.ROWS_CHOSEN: _ROWS,
    NoticeCode.ROWS_LEFT_OUT: _ROWS,
    NoticeCode.ROWS_ABOVE: {"count": _NUMBER},
    NoticeCode.ROWS_MISSING: {"table": str, "keys": Joined, "lists": _NUMBER},
    NoticeCode.ROWS_WITHOUT_LIST: {"table": str, "keys": Joined, "rows": _NUMBER},
    NoticeCode.SEASON_NEEDS_WEEKS: _ROLE,
    NoticeCode.START_UP_AT_ONCE: _NAMED,
    NoticeCode.STRATEGIES_LACK_TIME: _NAMED,
    NoticeCode.SUPPORT_NOT_RESERVED: _ROLE,
    NoticeCode.TOTAL_HOLDS_MORE: {"total": str, "people": _NUMBER},
    NoticeCode.TOTALS_LEFT_OUT: {"totals": str},
    NoticeCode.UNSOURCED_RESERVE: _ROLE,
    NoticeCode.UNVERIFIED_ADDRESSES: {"count": _NUMBER},
    NoticeCode.VACANT: _ON_LISTS,
    NoticeCode.YEARS_BACKLOG_UNKNOWN: _PART,
    NoticeCode.YEARS_INTERPOLATED: {"years": Joined},
    NoticeCode.YEARS_START_UP_AT_ONCE: _NAMED,
}
"""The names and kinds of the values that notices have; those that are not here have none."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know to use the result."""

    code: NoticeCode
    values: Mapping[str, NoticeValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raises TypeError where the values are not those of the code."""
        wanted = VALUES.get(self.code, {})
        if self.values.keys() != wanted.keys() or not all(
            isinstance(value, wanted[name]) for name, value in self.values.items()
        ):
            raise TypeError(f"{self.code} has the values {dict(wanted)}, not {dict(self.values)}")
