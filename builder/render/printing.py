"""How templates print a value: hidden characters shown and markup escaped, in one step.

A page prints some four hundred values through a hundred macros, and most of them are words that other pages print as
well. What Jinja does for each is general; here is what our templates need of it. Together that halves rendering.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from builder.render.sentences import say_constants
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


def in_double_quotes(value: str) -> Markup:
    """Return a value as it stands in an attribute between double quotes, in which an apostrophe ends nothing."""
    return Markup(str(printed(value)).replace("&#39;", "'"))


class _PrintingGenerator(CodeGenerator):
    """Writes `finalize(value)` where Jinja writes `escape(finalize(value))`: ours escapes, in every block."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "escape(")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class _MacroContext(Context):
    """Calls macros without asking whether they want a context: none does, nor does anything else we call."""

    def call(
        self,
        callee: Callable[..., object],
        /,
        *args: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: object,
    ) -> object:
        """Call a macro, or what else a template calls, which is rare."""
        if not isinstance(callee, Macro):
            return super().call(callee, *args, **kwargs)
        absent = callee._argument_count - len(args)  # noqa: SLF001 (Jinja names no other way past `__call__`)
        is_plain = not (
            callee.caller or callee.catch_kwargs or callee.catch_varargs or callee.explicit_caller
        )
        if is_plain and not kwargs and absent >= 0:
            return str.__new__(Markup, callee._func(*args, *(missing,) * absent))  # noqa: SLF001
        return callee(*args, **kwargs)


class PrintingEnvironment(Environment):
    """An environment for templates that print by `printed` alone: it is to be given as `finalize`.

    `view.name` is the attribute and nothing else; one that is not there is an error.
    """

    code_generator_class = _PrintingGenerator
    context_class = _MacroContext
    getattr = staticmethod(builtins.getattr)  # type: ignore[assignment]

    def _generate(
        self, source: Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        try:
            say_constants(source)
        except TemplateSyntaxError as fault:
            raise TemplateSyntaxError(fault.message or "", fault.lineno, name, filename) from None
        return super()._generate(source, name, filename, defer_init)
