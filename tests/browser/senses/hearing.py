"""What a screen reader is given of a part of a page, out of Chromium's accessibility tree, told as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

_SILENT = {"none", "generic", "InlineTextBox", "LineBreak", "ListMarker", "rowgroup", "paragraph"}
_NAMED = {
    "image",
    "link",
    "columnheader",
    "rowheader",
    "heading",
    "checkbox",
    "radio",
    "button",
    "DisclosureTriangle",
}
"""What is said as one: nothing that stands in it is said again, but for the links of a header."""
_WORDS = {
    "columnheader": "head of column",
    "rowheader": "head of row",
    "DisclosureTriangle": "fold",
    "StaticText": "",
    "listitem": "item",
}


def heard(page: Page, selector: str) -> Iterator[str]:
    """Yield a line for each thing that is said within an element: what it is, its name, and in brackets what describes it."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    document = session.send("DOM.getDocument")["root"]["nodeId"]
    found = session.send("DOM.querySelector", {"nodeId": document, "selector": selector})["nodeId"]
    place = session.send("DOM.describeNode", {"nodeId": found})["node"]["backendNodeId"]
    root = next(node for node in nodes.values() if node.get("backendDOMNodeId") == place)
    yield from _told(nodes, root, 0)


def _value(node: dict[str, Any], name: str) -> str:
    return " ".join(str(node.get(name, {}).get("value", "")).split())


def _told(nodes: dict[str, Any], node: dict[str, Any], depth: int) -> Iterator[str]:
    role, name = _value(node, "role"), _value(node, "name")
    if not (node.get("ignored") or role in _SILENT or (role == "StaticText" and not name)):
        described = _value(node, "description")
        yield (
            "  " * depth
            + ": ".join(filter(None, (_WORDS.get(role, role), name)))
            + (f" ({described})" if described else "")
        )
        depth += 1
    if role in {"StaticText", "image", "link"}:
        return
    for child in node.get("childIds", ()):
        if child in nodes and not (role in _NAMED and _value(nodes[child], "role") == "StaticText"):
            yield from _told(nodes, nodes[child], depth)
