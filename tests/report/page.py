"""A report as a reader's program sees it: elements, ids, links, tables and figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"meta", "rect", "line", "br", "wbr", "img", "input", "link", "hr"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    parent: Element | None = None
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, *tags: str) -> list[Element]:
        found = [self] if self.tag in tags else []
        return found + [one for child in self.children for one in child.all(*tags)]

    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()


class Page(HTMLParser):
    """Reads a page and refuses what is not balanced."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.root = Element("#root", {})
        self._open = [self.root]
        self.declaration = ""
        self.feed(html)
        self.close()
        assert self._open == [self.root], [one.tag for one in self._open]

    def handle_decl(self, decl: str) -> None:
        self.declaration = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        parent = self._open[-1]
        element = Element(tag, dict(attrs), parent)
        parent.children.append(element)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, dict(attrs), self._open[-1]))

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, (self._open[-1].tag, tag)
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def all(self, *tags: str) -> list[Element]:
        return self.root.all(*tags)

    def by_id(self, anchor: str) -> Element:
        return next(one for one in self.everything() if one.attributes.get("id") == anchor)

    def everything(self) -> list[Element]:
        waiting, found = [self.root], []
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting.extend(one.children)
        return found

    def rows(self, anchor: str) -> list[list[Element]]:
        """Cells of each row of the body of a table."""
        return [row.all("td", "th") for body in self.by_id(anchor).all("tbody") for row in body.all("tr")]


def value(cell: Element) -> float | None:
    """The unrounded figure of a cell; None where it has none."""
    figures = cell.all("data")
    return float(figures[0].attributes["value"] or "") if figures else None
