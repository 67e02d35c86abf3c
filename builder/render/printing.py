"""How templates print a value: hidden characters shown and markup escaped, in one step.

A page prints some hundred values, most of them words that other pages print as well. Jinja's own way, `finalize` and
then `escape`, takes four calls for each; it was a third of rendering (measured with 1,000 articles).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from builder.render.visible import visible

_SHORT = 100
"""Texts of at most so many code points are remembered as they are printed; paragraphs hardly ever come twice."""


def printed(value: object) -> str:
    """Return a value as it stands in a page; markup made in this room has passed here before."""
    if type(value) is str:
        return _printed_short(value) if len(value) <= _SHORT else escape(visible(value))
    return value if type(value) is Markup else escape(value)


@lru_cache(maxsize=32768)
def _printed_short(text: str) -> Markup:
    return escape(visible(text))


class _PrintingGenerator(CodeGenerator):
    """Writes `finalize(value)` where Jinja writes `escape(finalize(value))`: ours escapes, in every block."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "escape(")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class _PlainContext(Context):
    """Calls macros directly: none of ours takes a context."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: B902, N805 (Jinja's own signature)
        if type(__obj) is not Macro:
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


class PrintingEnvironment(Environment):
    """An environment whose templates print through `printed`, whatever they say about escaping."""

    code_generator_class = _PrintingGenerator
    context_class = _PlainContext

    def __init__(self, **options: Any) -> None:
        super().__init__(autoescape=True, finalize=printed, **options)
