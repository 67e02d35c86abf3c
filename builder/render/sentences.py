"""Says the words of templates when they are compiled: `_("…")` and `pgettext("context", "…")` cost nothing afterwards.

Words stand in the template letter for letter, so that they can be extracted. A sentence may have named places, filled
where it is printed and each escaped like any other value: `{{ _("As of {date}", date=site.as_of) }}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from jinja2 import TemplateSyntaxError
from jinja2.nodes import Call, Const, Expr, Name, Node, Output, Template
from jinja2.visitor import NodeTransformer

from builder.wording import say, say_as

_WORDS, _WORDS_IN_CONTEXT = "_", "pgettext"


def say_constants(template: Template) -> None:
    """Put the words of a template's language in their place. Raises `TemplateSyntaxError`."""
    _Saying().visit(template)


class _Saying(NodeTransformer):
    def visit_Output(self, node: Output) -> Node:  # noqa: N802 (a visitor's methods are named after the nodes)
        node.nodes = [part for each in node.nodes for part in _parts(each)]
        return self.generic_visit(node)

    def visit_Call(self, node: Call) -> Node:  # noqa: N802
        if not _is_said(node):
            return self.generic_visit(node)
        if node.kwargs:
            raise TemplateSyntaxError("words with places are to be printed where they stand", node.lineno)
        return Const(_told(node), lineno=node.lineno)


def _parts(node: Expr) -> Iterator[Expr]:
    """Yield a sentence with places as what is printed one after the other; anything else as it is."""
    if not (isinstance(node, Call) and _is_said(node) and node.kwargs):
        yield node
        return
    places = {each.key: each.value for each in node.kwargs}
    for words, place, _, _ in Formatter().parse(_told(node)):
        if words:
            yield Const(words, lineno=node.lineno)
        if place is not None:
            if place not in places:
                raise TemplateSyntaxError(f"no value for the place {{{place}}} of these words", node.lineno)
            yield places[place]


def _is_said(node: Call) -> bool:
    return isinstance(node.node, Name) and node.node.name in (_WORDS, _WORDS_IN_CONTEXT)


def _told(node: Call) -> str:
    assert isinstance(node.node, Name)
    texts = [each.value for each in node.args if isinstance(each, Const) and isinstance(each.value, str)]
    wanted = 2 if node.node.name == _WORDS_IN_CONTEXT else 1
    if len(texts) != wanted or len(node.args) != wanted:
        raise TemplateSyntaxError("words to be said stand in the template letter for letter", node.lineno)
    return say(texts[0]) if wanted == 1 else say_as(texts[0], texts[1])
