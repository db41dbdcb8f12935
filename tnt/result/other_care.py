"""What a capacity sets aside for contacts that are not the pack's work. None is unknown, never zero."""

from __future__ import annotations

from dataclasses import dataclass, field

from tnt.language.base import Text
from tnt.result.figures import figure


@dataclass(frozen=True, slots=True)
class OtherCare:
    """One reserve of a role made of contacts, of the capacity that decides verdicts. Over all lists it is for."""

    id: str
    title: Text
    contacts_id: str
    contacts_title: Text
    contacts_per_year: float | None = field(metadata=figure("numbers"))
    """Contacts of the people a year, the pack's own included."""
    in_pack: float = field(metadata=figure("share"))
    """Share of them that is said to be the pack's work, and the ends of its range."""
    in_pack_low: float | None = field(metadata=figure("share"))
    in_pack_high: float | None = field(metadata=figure("share"))
    minutes: float
    """Of one contact."""
    hours: float | None = field(metadata=figure("hours"))
    """Contacts x (1 - in_pack) x minutes ÷ 60."""
    pack_contacts_per_year: float | None = field(metadata=figure("numbers"))
    """Contacts of these kinds that the pack's tasks are today, work that coincides counted once; None where it is not
    known how many get some of it."""

    @property
    def pack_share(self) -> float | None:
        """The pack's own contacts today ÷ contacts."""
        own = self.pack_contacts_per_year
        return None if own is None or not self.contacts_per_year else own / self.contacts_per_year

    @property
    def is_outside(self) -> bool:
        """Whether that lies outside the range of what is said."""
        share, low, high = self.pack_share, self.in_pack_low, self.in_pack_high
        return share is not None and low is not None and high is not None and not low <= share <= high
