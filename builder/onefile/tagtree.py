"""The tree of tags that WeasyPrint gives a PDF, mended where it would lead those who listen astray (PDF/UA-1, 7.2 ff).

What a `div` groups in a list are items of the list; a head of a table says whether it heads a row or a column;
whatever leads on is a link; and what runs along the edge of every page is no part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

Element = dict[str, object]
_GROUPS: Final = ("/Div", "/NonStruct")
_OF_LISTS: Final = ("/LI", "/L", "/Caption")


class Written(Protocol):
    """A PDF before it is written: its objects by number, and the references to its pages."""

    objects: list[object]
    page_references: list[bytes]
    catalog: Element


def mend(_document: object, pdf: Written) -> None:
    """Mend the tags of a PDF in place: what WeasyPrint calls a finisher."""
    _Tree(pdf).mend()


class _Tree:
    def __init__(self, pdf: Written) -> None:
        self._pdf = pdf
        self._root = self._element(pdf.catalog["StructTreeRoot"])

    def mend(self) -> None:
        reached: set[object] = set()
        ahead = list(self._kids(self._root))
        while ahead:
            reference, element = ahead.pop()
            reached.add(reference)
            kind = element.get("S")
            if kind == "/L":
                self._hoist_items(reference, element)
            elif kind == "/TH":
                self._say_scope(element)
            elif kind == "/NonStruct" and any(kid.get("Type") == "/OBJR" for _, kid in self._kids(element)):
                element["S"] = "/Link"
            ahead += self._kids(element)
        self._make_artifacts(reached)

    def _element(self, reference: object) -> Element:
        found = self._pdf.objects[_number(reference)]
        assert isinstance(found, dict)
        return found

    def _kids(self, element: Element) -> Iterator[tuple[object, Element]]:
        """Those that are elements; the others are numbers of marked content."""
        for each in _list(element.get("K")):
            if isinstance(each, bytes):
                yield each, self._element(each)

    def _hoist_items(self, own: object, element: Element) -> None:
        """A block that splits an item stands behind it, before an empty rest: it is what the item holds."""
        kept: list[object] = []
        for reference in self._items(_list(element["K"])):
            kid = self._element(reference)
            body = self._body(kept[-1]) if kept and kid.get("S") not in _OF_LISTS else None
            if body is None:
                kept.append(reference)
                kid["P"] = own
            else:
                _list(self._element(body)["K"]).append(reference)
                kid["P"] = body
        _list(element["K"])[:] = [each for each in kept if not self._is_empty_item(each)]

    def _items(self, held: list[object]) -> list[object]:
        found: list[object] = []
        for each in held:
            kid = self._element(each)
            grouped = _list(kid["K"]) if kid.get("S") in _GROUPS else []
            inner = self._items([one for one in grouped if isinstance(one, bytes)])
            has_items = any(self._element(one).get("S") == "/LI" for one in inner)
            found += inner if has_items else [each]
        return found

    def _body(self, reference: object) -> object | None:
        kids = self._kids(self._element(reference))
        return next((body for body, kid in kids if kid.get("S") == "/LBody"), None)

    def _is_empty_item(self, reference: object) -> bool:
        item = self._element(reference)
        return item.get("S") == "/LI" and not any(_list(kid["K"]) for _, kid in self._kids(item))

    def _say_scope(self, element: Element) -> None:
        row = self._element(element["P"])
        attributes = element["A"]
        assert isinstance(attributes, dict)
        is_in_head = self._element(row["P"]).get("S") == "/THead"
        attributes["Scope"] = "/Column" if is_in_head or "ColSpan" in attributes else "/Row"

    def _make_artifacts(self, reached: set[object]) -> None:
        """Content whose element is in no tree is decoration; the tree of parents numbers pages in their order."""
        parents = _list(self._element(self._root["ParentTree"])["Nums"])
        for place, page in enumerate(self._pdf.page_references):
            owners = _list(parents[2 * place + 1])
            loose = {mark for mark, owner in enumerate(owners) if owner not in reached}
            content = self._pdf.objects[_number(self._element(page)["Contents"])]
            pieces = _list(getattr(content, "stream", None))
            for at, piece in enumerate(pieces):
                if isinstance(piece, dict) and piece.get("MCID") in loose and pieces[at + 1] == b"BDC":
                    pieces[at - 1 : at + 1] = "/Artifact", "<</Type /Pagination>>"
            for mark in loose:
                owners[mark] = "null"


def _number(reference: object) -> int:
    assert isinstance(reference, bytes)
    return int(reference.split()[0])


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
