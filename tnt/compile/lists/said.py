"""A list without a file, said in words: `1200 people`, `1 200 innbyggere, 1 stilling`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from tnt import limits
from tnt.diagnostics import Code, Place, ProblemSink, problem
from tnt.language.documents.lists import ListsDocument
from tnt.language.values.ages import ALL_AGES
from tnt.locale import LANGUAGES, Texts
from tnt.reading.documents import Loaded, read_document
from tnt.reading.folders import is_so
from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.list_table import ListTable
from tnt.reading.yaml.read_tree import read_tree

ROLE = "gp"
"""Whose posts are meant, where posts are said."""
_SPACE = r"[ \u00a0\u2009\u202f]"
_NUMBER = rf"[0-9]{{1,3}}(?:(?P<mark>[,.'’]|{_SPACE})[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*)?|[0-9]+"
_PEOPLE = "people|persons?|patients?|inhabitants?|residents?|innbyggere?|personer|pasient(?:er)?|mennesker?|folk"
_POSTS = "posts?|stilling(?:er)?|årsverk|fte"
_WORDS = re.compile(
    rf"(?P<people>{_NUMBER}){_SPACE}*(?:{_PEOPLE})"
    rf"(?:{_SPACE}*(?:,|;|and|og|with|med){_SPACE}*(?P<posts>[0-9]+(?:[.,][0-9]+)?){_SPACE}*(?:{_POSTS}))?",
    re.IGNORECASE,
)
_LONGEST = 200


@dataclass(frozen=True)
class SaidList:
    """One list of so many `people`, whose ages are those of the reference population; `posts` None where unknown."""

    people: float
    posts: float | None

    @property
    def text(self) -> str:
        """The words that mean the same list again."""
        posts = "" if self.posts is None else f", {_written(self.posts)} {'post' if self.posts == 1 else 'posts'}"
        return f"{_written(self.people)} {'person' if self.people == 1 else 'people'}{posts}"

    def document(self) -> Loaded[ListsDocument]:
        """What a lists file would say of it."""
        titles = {lang: Texts(lang).text("chosen-lists.said", people=self.people) for lang in LANGUAGES}
        lines = [
            "format: tnt/1",
            f"lists: {self._id}",
            f"title: {json.dumps(titles, ensure_ascii=False)}",
            f'table: "{self.text}"',
            "people: {total: people}",
            "ages_from: reference",
        ]
        problems = ProblemSink()
        tree = read_tree(self.text, "\n".join(lines).encode(), problems, Path())
        loaded = None if tree is None else read_document(tree, problems)
        assert loaded is not None  # nothing in it is a reader's
        assert isinstance(loaded.document, ListsDocument)
        return Loaded(loaded.tree, loaded.document)

    def table(self) -> ListTable:
        """What the table of that file would hold."""
        return ListTable(
            ids=np.array([self._id], dtype=object),
            names=None,
            areas=None,
            strata=(Stratum("all", ALL_AGES),),
            people=np.array([[self.people]]),
            ages_known=True,
            ages_imputed=True,
            registers={},
            posts={ROLE: np.array([np.nan if self.posts is None else self.posts])},
            posts_imputed={},
            table=self.text,
            sha256=sha256(self.text.encode()).hexdigest(),
            rows=1,
        )

    @property
    def _id(self) -> str:
        return f"people-{self.people:.0f}"


def _written(number: float) -> str:
    """With every digit that the limits of numbers let through, and no exponent."""
    return f"{number:.9f}".rstrip("0").rstrip(".")


def with_posts(people: str, posts: float | None) -> str | None:
    """The words for so many people, a number alone or in words itself; None where it is none. Raises Problems."""
    said = said_list(people) or said_list(f"{people} people")
    if said is None:
        return None
    return replace(said, posts=said.posts if posts is None else posts).text


def said_list(choice: str | Path | None) -> SaidList | None:
    """The list that `choice` says in words; None where it says none, or is the name of a file.

    Raises Problems where the numbers are not possible.
    """
    if not isinstance(choice, str) or len(choice) > _LONGEST:
        return None
    match = _WORDS.fullmatch(choice.strip())
    if match is None or is_so(Path(choice).is_file):
        return None
    people = float(re.sub(r"\D", "", match["people"]))
    posts = None if match["posts"] is None else float(match["posts"].replace(",", "."))
    if not 1 <= people <= limits.LARGEST_NUMBER:
        raise problem(Code.SAID_IMPOSSIBLE, Place(choice), found=match["people"], low="1", high="10¹²")
    if posts is not None and not (posts == 0 or limits.SMALLEST_NUMBER <= posts <= people):
        raise problem(Code.SAID_IMPOSSIBLE, Place(choice), found=match["posts"], low="0", high=match["people"])
    return SaidList(people, posts)
