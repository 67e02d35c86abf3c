"""Compiles templates, and makes pages by them.

Templates are code of the people who run the build, not content; they see two names, `page` and `site`.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket

from builder.render.printing import PrintingEnvironment, in_double_quotes, printed
from builder.render.templatefiles import template_folders
from builder.render.tongues import spoken, telling
from builder.render.uses import glyphs_in, scripts_for


class CompiledTemplates(BytecodeCache):
    """The code of templates: what was known `before`, and what was compiled `new`.

    `words` is the digest of the catalogue whose words are compiled into it, empty for English.
    """

    def __init__(self, before: Mapping[str, bytes], words: str = "") -> None:
        self.before = before
        self.new: dict[str, bytes] = {}
        self._words = words

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return by what the code of a template is known."""
        return super().get_cache_key(name, filename) + self._words

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template, if it was made of the same words."""
        code = self.before.get(bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take note of the code of a template."""
        self.new[bucket.key] = bucket.bytecode_to_string()


def make_environment(root: Path, compiled: CompiledTemplates | None = None) -> PrintingEnvironment:
    """Return the environment of a dossier: autoescape always, an unknown name is an error, no leftovers of blocks."""
    environment = PrintingEnvironment(
        loader=FunctionLoader(partial(_source, template_folders(root))),
        autoescape=True,
        finalize=printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals.clear()
    environment.filters.update(
        glyphs_in=glyphs_in,
        in_double_quotes=in_double_quotes,
        scripts_for=scripts_for,
        spoken=spoken,
        telling=telling,
    )
    return environment


def _source(folders: tuple[Path, ...], name: str) -> tuple[str, str, None] | None:
    """Return a template and its path; what cannot be read is an error, never the next folder's one."""
    for folder in folders:
        with suppress(FileNotFoundError, NotADirectoryError):
            return (folder / name).read_text(encoding="utf-8"), str(folder / name), None
    return None


class Templates:
    """The templates of one dossier. `compiled` has the code that is known, and takes what has to be made."""

    def __init__(self, root: Path, compiled: CompiledTemplates | None = None) -> None:
        self._environment = make_environment(root, compiled)

    def render(self, name: str, page: object, site: object) -> bytes:
        """Return the page as UTF-8."""
        return self._environment.get_template(name).render(page=page, site=site).encode("utf-8")
