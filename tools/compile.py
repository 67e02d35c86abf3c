"""Compiles the program's modules and templates, as its first run would: `python -m tools.compile`.

Called when the program is installed from source, because a shell may keep Python from leaving what it compiles.
"""

from __future__ import annotations

import sys
from compileall import compile_dir
from pathlib import Path

from builder.output.compiled import keep_compiled, read_compiled
from builder.output.maker import maker
from builder.render.templates import CompiledTemplates, make_environment

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Compile both, and keep them beside the modules."""
    sys.dont_write_bytecode = False
    compile_dir(ROOT / "builder", quiet=2)
    made_by = maker()
    if made_by is not None:
        compiled = CompiledTemplates(read_compiled(made_by))
        environment = make_environment(ROOT, compiled)
        for path in sorted((ROOT / "templates").rglob("*.html")):
            environment.get_template(path.relative_to(ROOT / "templates").as_posix())
        keep_compiled(made_by, compiled.before, compiled.new)


if __name__ == "__main__":
    main()
