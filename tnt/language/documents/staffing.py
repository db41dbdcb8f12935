"""What working time says beside what is reserved: WISN's allowances, hours across posts, time with patients."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.language.base import Id, Part, Text
from tnt.language.values.number import HoursOfPostPerYear, HoursPerWeek, Number, Positive, Share


class Support(Part):
    """Support work that everybody in the role does, WISN's category allowance. Exactly one of share and time."""

    title: Text | None = None
    """What it is; the id where left out."""
    share: Number[Share] | None = None
    """Share of the post's gross hours."""
    time: Number[HoursPerWeek] | None = None
    """Hours of each week worked."""


class Individual(Part):
    """Additional work that only some in the role do, WISN's individual allowance."""

    title: Text | None = None
    """What it is; the id where left out."""
    time: Number[HoursOfPostPerYear]
    """Hours a year of each post that does it, `100 h / year`; never in working days or weeks."""
    posts: Number[Positive]
    """How many posts do it, on all the lists together."""


class HoursDistribution(Part):
    """Hours a week that posts are seen to work, by percentile: at least two, increasing. Nothing is assumed below the
    lowest and above the highest."""

    p10: Number[HoursPerWeek] | None = None
    """A tenth of the posts work fewer hours than this."""
    p25: Number[HoursPerWeek] | None = None
    """A quarter of the posts work fewer hours than this."""
    p50: Number[HoursPerWeek] | None = None
    """Half of the posts work fewer hours than this: the median."""
    p75: Number[HoursPerWeek] | None = None
    """Three quarters of the posts work fewer hours than this."""
    p90: Number[HoursPerWeek] | None = None
    """Nine tenths of the posts work fewer hours than this."""
    source: Id | None = None
    """Source of all percentiles that name none of their own."""
    note: Text | None = None
    """What a reader must know: who was asked, and what the hours count."""

    def percentiles(self) -> Iterator[tuple[str, float, float]]:
        """(key, share of posts, hours a week) of those given, lowest first."""
        for key in ("p10", "p25", "p50", "p75", "p90"):
            number: Number[HoursPerWeek] | None = getattr(self, key)
            if number is not None:
                yield key, int(key[1:]) / 100, number.expected


class FaceToFace(Part):
    """How much of the working time is spent face to face with patients."""

    share: Number[Share]
    """Share of the working time; what is reserved is taken to be spread alike over time with and without patients."""
    source: Id | None = None
    """Source of the share, where it names none of its own."""
    note: Text | None = None
    """What a reader must know."""
