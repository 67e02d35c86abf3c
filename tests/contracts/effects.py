"""Finds what touches the world: calls that write, move or delete files, start programs or ask the clock.

Syntax alone tells, so a name is judged by what its imports say and a method by its own name. That refuses a little
too much (a method of ours named `unlink`) and, by design, never too little for the plain ways of writing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from tests.contracts import rules
from tests.contracts.source import Module

_OS_WRITES = frozenset(
    f"os.{name}"
    for name in (
        "chflags chmod chown copy_file_range fchmod fchown ftruncate lchmod lchown link makedirs mkdir mkfifo mknod "
        "posix_fallocate pwrite pwritev remove removedirs removexattr rename renames replace rmdir sendfile "
        "setxattr symlink truncate unlink utime write writev"
    ).split()
)
_SHUTIL_READS = frozenset({"shutil.which", "shutil.get_terminal_size", "shutil.disk_usage"})
_TEMPFILE_READS = frozenset({"tempfile.gettempdir", "tempfile.gettempprefix"})
_WRITING_NAMES = frozenset(
    {"sqlite3.connect", "dbm.open", "logging.FileHandler", "numpy.save", "numpy.savez"}
)
_PATH_WRITES = frozenset(
    "chmod copy_into hardlink_to lchmod mkdir move move_into rename rmdir symlink_to tofile touch unlink "
    "write_bytes write_text".split()
)
_OPENERS = frozenset(
    {"open", "io.open", "codecs.open", "os.fdopen", "gzip.open", "bz2.open", "lzma.open", "tarfile.open"}
    | {"zipfile.ZipFile", "tarfile.TarFile"}
)
_MODE = re.compile(r"[rwaxbtU+]{1,4}(?:[:|]\w*)?")
_WRITE_FLAGS = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)")
_PROCESS = re.compile(r"subprocess\b|os\.(exec|spawn|posix_spawn|fork|system|popen)|pty\.|multiprocessing\b")
_CLOCK = frozenset(
    "time.time time.time_ns time.localtime time.gmtime time.monotonic time.perf_counter time.strftime "
    "datetime.datetime.now datetime.datetime.utcnow datetime.datetime.today datetime.date.today".split()
)


def write_faults(modules: Sequence[Module]) -> list[str]:
    """Every place outside the writers' rooms that writes, moves or deletes files."""
    return [
        f"{module.at(node)}: {what} outside `{'`, `'.join(sorted(rules.WRITERS))}`"
        for module in modules
        if module.room not in rules.WRITERS
        for node, what in _writes(module)
    ]


def process_faults(modules: Sequence[Module]) -> list[str]:
    """Every place outside the rooms for it that starts a program, and every shell anywhere."""
    return [fault for module in modules for fault in (*_programs_started(module), *_shells(module))]


def _programs_started(module: Module) -> list[str]:
    if module.room in rules.PROCESS_STARTERS:
        return []
    return [
        f"{module.at(node)}: {name} starts a program" for node, name in _names(module) if _PROCESS.match(name)
    ]


def _shells(module: Module) -> list[str]:
    return [
        f"{module.at(node.value)}: shell={ast.unparse(node.value)}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword) and node.arg == "shell" and ast.unparse(node.value) != "False"
    ]


def clock_faults(modules: Sequence[Module]) -> list[str]:
    """Every place outside the rooms for it that asks what time it is."""
    return [
        f"{module.at(node)}: {name} asks the clock; take `as_of` or a moment as an argument"
        for module in modules
        if module.room not in rules.CLOCK_READERS
        for node, name in _names(module)
        if name in _CLOCK
    ]


def _names(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Every use of a name or attribute with what it stands for."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield node, module.full_name(node)


def _writes(module: Module) -> Iterator[tuple[ast.AST, str]]:
    in_memory = {
        call.func
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and _is_in_memory(_argument(call, 0, "database"))
    }
    for node, name in _names(module):
        if _writes_by_name(name) and not (name == "sqlite3.connect" and node in in_memory):
            yield node, name
        elif isinstance(node, ast.Attribute) and node.attr in _PATH_WRITES:
            yield node, f".{node.attr}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and "ctypes" in ast.unparse(node):
            yield node, "ctypes (it can call anything)"
        if isinstance(node, ast.Call) and _writes_by_call(module, node):
            yield node, ast.unparse(node.func) + "(…)"


def _is_in_memory(place: ast.expr | None) -> bool:
    return isinstance(place, ast.Constant) and place.value == ":memory:"


def _writes_by_name(name: str) -> bool:
    head, _, rest = name.partition(".")
    if head in {"shutil", "tempfile"} and rest:
        return name not in _SHUTIL_READS | _TEMPFILE_READS
    return name in _OS_WRITES | _WRITING_NAMES


def _writes_by_call(module: Module, call: ast.Call) -> bool:
    name = module.full_name(call.func)
    if name in rules.STREAM_WRITERS.get(module.room, frozenset()):
        return False
    if name == "os.open":
        return _opens_fd_to_write(module, call)
    if name in _OPENERS:
        return _mode_writes(_argument(call, 1, "mode"))
    if isinstance(call.func, ast.Attribute):
        return _method_writes(module, call.func, call)
    return False


def _method_writes(module: Module, method: ast.Attribute, call: ast.Call) -> bool:
    if method.attr == "open":  # Path.open(mode) or archive.open(member, mode)
        return any(
            _mode_writes(found) for found in (*call.args[:2], _keyword(call, "mode")) if _is_mode(found)
        )
    # str.replace takes two arguments, a record's replace takes keywords: Path.replace takes just one.
    if method.attr == "replace":
        return (
            len(call.args) == 1
            and not call.keywords
            and module.full_name(method.value) not in {"dataclasses", "copy", "msgspec.structs"}
        )
    return False


def _opens_fd_to_write(module: Module, call: ast.Call) -> bool:
    """Whether the flags say so, here or where the module names them; flags that cannot be read may."""
    if module.full_name(call.args[0]) == "os.devnull":
        return False
    flags = _argument(call, 1, "flags")
    words = _constants(module).get(ast.unparse(flags), ast.unparse(flags)) if flags is not None else ""
    return bool(_WRITE_FLAGS.search(words)) or "O_" not in words


def _constants(module: Module) -> dict[str, str]:
    """What each name at the head of the module is given, as written."""
    return {
        ast.unparse(target): ast.unparse(statement.value)
        for statement in module.tree.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
    }


def _argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    return call.args[position] if len(call.args) > position else _keyword(call, name)


def _keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _is_mode(node: ast.expr | None) -> bool:
    return (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(_MODE.fullmatch(node.value))
    )


def _mode_writes(node: ast.expr | None) -> bool:
    """Whether a mode writes; a mode that is not written out may, so it counts."""
    if node is None:
        return False
    return not isinstance(node, ast.Constant) or bool(set(str(node.value)) & set("wax+"))
