"""Capacity: working time by role, what is reserved, and thresholds."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tnt.language.base import Id, Part, Text
from tnt.language.documents.declares import Declares, Role
from tnt.language.documents.guideline import Kind, SexInWords
from tnt.language.documents.staffing import FaceToFace, HoursDistribution, Individual, Support
from tnt.language.documents.visits import Overhead, Visit, VisitContact
from tnt.language.values.ages import ALL_AGES, AgeBand
from tnt.language.values.number import HoursPerWeek, HoursPerYear, Minutes, Number, Percent, Share, Weeks
from tnt.language.values.roles import RoleId
from tnt.language.values.working_time import HoursOfPost


class ReservedByAge(Part):
    """Time reserved per listed person of some ages."""

    ages: AgeBand = ALL_AGES
    """Ages in whole years."""
    sex: SexInWords = "all"
    """`all`, `female` or `male`."""
    time: Number[HoursPerYear]
    """Time per listed person and year, `30 min / year`."""


class Reserved(Part):
    """Time of a post that is not available for the work in the pack. Exactly one of share, time, per_person and
    from_contacts."""

    title: Text | None = None
    """What it is for; the id where left out."""
    share: Number[Share] | None = None
    """Share of the post's gross hours."""
    time: Number[HoursPerWeek] | None = None
    """Hours of each week worked."""
    per_person: Number[HoursPerYear] | list[ReservedByAge] | None = None
    """Time per listed person and year, so that it grows with the list; as rows where it differs by age, no two
    of which name the same people."""
    from_contacts: Id | None = None
    """Time for other care, from the contacts people have today: the id of a contacts file whose rows name all ages.
    Hours of a list = people × contacts by age and sex × (1 − in_pack) × minutes ÷ 60, so that they grow with it."""
    in_pack: Number[Share] | None = None
    """Share of today's contacts that is work of this pack, with `from_contacts`. There is no default; uptake does not
    move it, and another pack needs another."""
    minutes: Number[Minutes] | None = None
    """Mean minutes of one contact, with `from_contacts`: all the work of it where `kind` is `all-work`."""
    lists: str = "all"
    """`all`, `none`, or a file of list ids (`.txt`, `.csv`), one a line, relative to this file and not above its
    folder."""


class CapacityRole(Role):
    """The working time of one post of a role."""

    hours: Number[HoursOfPost]
    """What one post should work: `37.5 h / week`, or `1725 h / year`."""
    weeks: Number[Weeks] | None = None
    """Weeks worked a year, at most 53; needed where hours are per week."""
    worked_today: Number[HoursOfPost] | None = None
    """What one post is seen to work, for load before and after; not called capacity."""
    kind: Kind = "all-work"
    """`all-work`, or `face-to-face` time only. Every share names it."""
    reserved: dict[Id, Reserved] = {}
    """What the time is already spoken for, by id."""
    support: dict[Id, Support] = {}
    """Support work that everybody does, by id, for WISN's posts: it stands here or in `reserved`, never in both, and
    is not taken from the available hours."""
    individual: dict[Id, Individual] = {}
    """Additional work that only some do, by id, for WISN's posts."""
    hours_distribution: HoursDistribution | None = None
    """Hours a week across posts, for the share of posts that would be overloaded."""
    face_to_face: FaceToFace | None = None
    """Share of the time that is face to face with patients; only where `kind` is `all-work`."""
    visits: dict[VisitContact, Visit] = {}
    """Visits in which several tasks may be done, by the `contact` of the tasks: what a visit has in common is counted
    once. Groups, meetings and the inbox have none."""
    overhead: Overhead | None = None
    """What the work of a pack takes of this role beyond the minutes the guidelines count: those who do not come,
    travel, indirect work."""


class Thresholds(Part):
    """When a ratio of required to available hours gets a name."""

    watch: Number[Percent] | None = None
    """Share of available time from which a list is watched."""
    overload: Number[Percent] | None = None
    """Share of available time above which a list is overloaded; 100 % where left out."""


class CapacityDocument(Declares):
    """Working time by role."""

    capacity: Id
    """Id of this capacity."""
    title: Text | None = None
    """Name of this capacity; the id where left out."""
    roles: Annotated[dict[RoleId, CapacityRole], Field(min_length=1)]  # type: ignore[assignment]
    """Working time by role."""
    between_lists: Number[Share] | None = None
    """How much lists differ by what no number of the pack says: the coefficient of variation of a factor that each list
    has of its own, of mean 1, on its required hours. In draws only. Where left out, lists share all luck."""
    thresholds: Thresholds = Thresholds()
    """When a list is watched, and when it is overloaded."""
    covers_all_work: bool = False
    """Whether the guidelines it is used with are all the work of its roles: only then is WISN's ratio given."""
    note: Text | None = None
    """What a reader must know."""
