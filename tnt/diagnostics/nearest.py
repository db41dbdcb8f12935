"""Words that were probably meant. Comparing words is slow: after enough of it nothing is suggested any more."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from tnt import limits

_FEW = 50
_LONGEST = 200  # characters of a word that is compared, a path of four ids say


class Nearest:
    """Suggests among known words until `limits.WORDS_COMPARED` have been compared."""

    def __init__(self) -> None:
        self._left = limits.WORDS_COMPARED

    @property
    def is_spent(self) -> bool:
        """Whether there is so little left that few words more can be compared: the keys of one mapping, say."""
        return self._left < _FEW

    def may_compare(self, count: int) -> bool:
        """Whether so many words more may be compared; they then count."""
        if count > self._left:
            return False
        self._left -= count
        return True

    def words(self, word: str, known: Collection[str], *, most: int, cutoff: float) -> list[str]:
        """The known words most like this one, the likest first; none past the limit."""
        if len(word) > _LONGEST or not self.may_compare(len(known)):
            return []
        return get_close_matches(word, [each for each in known if len(each) <= _LONGEST], n=most, cutoff=cutoff)

    def word(self, word: str, known: Collection[str], cutoff: float = 0.6) -> str | None:
        """The known word most like this one."""
        return next(iter(self.words(word, known, most=1, cutoff=cutoff)), None)
