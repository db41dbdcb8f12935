"""Work that recommendations share, as small as it can be: each asks a share of the people of some strata, independently
of the others, and who is asked by several is seen once."""

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats, Ints


@dataclass(frozen=True)
class Overlap:
    """G groups; `shares` of each are [members, strata], `hours` what it takes to see all of a stratum once [strata]."""

    groups: tuple[Ints, ...]
    column_of: Ints
    shares: tuple[Floats, ...]
    hours: tuple[Floats, ...]

    def saved(self, chosen: Bools) -> Floats:
        """Those asked by each, less those asked by any."""
        saved = np.zeros((len(chosen), len(self.groups)))
        for at, (members, shares, hours) in enumerate(zip(self.groups, self.shares, self.hours, strict=True)):
            asked = shares * chosen[:, members, None]
            anybody = 1.0 - np.prod(1.0 - asked, axis=1)
            saved[:, at] = (asked.sum(axis=1) - anybody) @ hours
        return saved

    def by_stratum(self, group: int) -> Floats:
        """[2 ** m, strata] what each subset of the members of a group saves in each stratum; bit k is member k."""
        shares, hours = self.shares[group], self.hours[group]
        chosen = (np.arange(2 ** len(shares))[:, None] >> np.arange(len(shares))) & 1
        asked = shares * chosen[:, :, None]
        return np.asarray((asked.sum(axis=1) - (1.0 - np.prod(1.0 - asked, axis=1))) * hours)

    @property
    def alone(self) -> Floats:
        """[G][members] what each takes by itself, for the hours of a problem."""
        return [shares @ hours for shares, hours in zip(self.shares, self.hours, strict=True)]
