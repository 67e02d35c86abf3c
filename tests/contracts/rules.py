"""The architecture as data: who may import, write, read and ask the clock, and how large things may get.

The tests beside this file hold `builder/` and `templates/` to it. A change of the architecture is a change here.
"""

from __future__ import annotations

GROUND = frozenset({"athand", "regexes", "signs"})
"""Row 0: what single signs are, how regular expressions are told, and what was at hand when memory ran out."""

FOUNDATION = GROUND | {
    "blocks",
    "diagnostics",
    "languages",
    "lines",
    "links",
    "logs",
    "lookalikes",
    "matching",
    "memory",
    "paths",
    "recorded",
    "stamps",
    "text",
    "unseen",
    "urls",
    "wording",
    "workers",
    "yamltext",
}
"""Rooms that need nothing but Python itself."""

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"regexes"}),
    GROUND - {"regexes"},
    FOUNDATION - GROUND - {"lines", "matching", "urls", "yamltext"},
    frozenset({"lines", "matching", "urls", "yamltext"}),
    frozenset({"codes", "intake", "report", "model", "markdown"}),
    frozenset({"load", "analysis"}),
    frozenset({"pages", "render", "output", "history"}),
    frozenset({"search", "pack", "onefile", "relative"}),
    frozenset({"prose", "saving"}),
    frozenset({"ownfiles", "deadlinks", "lastbuild", "zim"}),
    frozenset({"storing"}),
    frozenset({"making"}),
    frozenset({"build"}),
    frozenset({"console", "editing", "packing", "terminal"}),
    frozenset({"arguments", "serve"}),
    frozenset({"commands"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
"""The rows, lowest first. A room imports from lower rows only, never from its own."""

NARROWED: dict[str, frozenset[str]] = {
    "codes": GROUND,
    "intake": FOUNDATION,  # what comes from outside is read without knowing what a dossier is
    "report": FOUNDATION,
    "model": FOUNDATION,
    "markdown": FOUNDATION,
    "load": FOUNDATION | {"model", "markdown"},
    "analysis": FOUNDATION | {"model"},
    "pages": FOUNDATION | {"model", "analysis"},
    "history": FOUNDATION | {"model", "load", "analysis"},
    "render": FOUNDATION | {"markdown"},
    "output": FOUNDATION,
    "search": FOUNDATION | {"output"},
    "pack": FOUNDATION | {"output"},
    "onefile": FOUNDATION | {"output"},
    "zim": FOUNDATION | {"output", "pack"},
    "saving": FOUNDATION | {"output", "pack", "render"},
    "relative": FOUNDATION | {"model", "pages"},
    "prose": FOUNDATION
    | {"model", "pages", "relative", "render"},  # the joint: markup from one, addresses from the other
    "__main__": frozenset({"cli"}),
}
"""Rooms that see less than all lower rows: rendering cannot reach the facts, only the view it is given."""

THIRD_PARTY: dict[str, frozenset[str]] = {
    "model": frozenset({"pydantic", "pydantic_core"}),
    "report": frozenset({"rich"}),
    "markdown": frozenset({"markdown_it"}),
    "load": frozenset(
        {"yaml", "markdown_it", "pydantic", "pydantic_core"}
    ),  # pydantic: its errors become diagnostics here; markdown_it: as a type
    "analysis": frozenset({"numpy"}),
    "intake": frozenset(
        {"lxml", "trafilatura", "htmldate", "dateparser", "docx", "pypdfium2", "rispy", "bibtexparser"}
    ),
    "render": frozenset({"jinja2", "markdown_it", "markupsafe", "nh3"}),
    "prose": frozenset({"markupsafe"}),  # as a type; only `render` makes one
    "search": frozenset({"pagefind_bin"}),
    "onefile": frozenset({"weasyprint"}),
    "history": frozenset({"pydantic"}),  # as a type: values of any model are compared field by field
    "serve": frozenset({"watchdog"}),
    "editing": frozenset({"pydantic"}),  # as a type: keys follow the order of a model's fields
}
"""What a room may import that does not come with Python. Rooms not named here: nothing but values' own library."""

VALUES = "msgspec"
"""What every room may import: values of ours are its structs."""

IMPORTED_WHERE_USED = frozenset({"numpy", "rich", "weasyprint"})
"""Slow to import: never imported at the head of a module."""

UNLOADED: dict[str, frozenset[str]] = {
    "builder.model": frozenset({"jinja2", "yaml", "markdown_it", "numpy", "rich"}),
    "builder.analysis": frozenset({"jinja2", "yaml", "markdown_it", "numpy", "rich"}),
}
"""What stays unloaded when all modules of a package have been imported."""

PAGES_SHARED = frozenset({"documents", "kinds", "parts", "routes", "shapes", "site", "views"})
"""Modules of `builder.pages` that every page kind may import."""

PAGES_TABLES = frozenset({"", "onefile", "plan", "table"})
"""Modules of `builder.pages` that list the kinds, or order the pages of all, and so import them (`""` is the package itself)."""

WRITERS = frozenset({"output"})
"""The only rooms that write, move or delete files."""

STREAM_WRITERS: dict[str, frozenset[str]] = {"pack": frozenset({"zipfile.ZipFile"})}
"""Calls that could write a file and here fill a stream that `output` has opened."""

PROCESS_STARTERS = frozenset({"history", "search", "serve", "editing", "workers", "zim"})
"""The only rooms that start other programs, or copies of this one."""

CLOCK_READERS = frozenset({"load", "output", "search", "serve", "editing", "commands"})
"""The only rooms that ask what time it is; everything else is given `as_of`."""

KINDS_MAKE_A_TABLE = 5
"""A table with so many kinds of records among its keys must grow with each new kind."""

KIND_TABLES: dict[str, str] = {
    "builder.model.kinds": "what a kind is: all that follows from a kind follows from here",
    "builder.model.tour": "what can be a stop of the tour",
    "builder.load.misplaced": "what people call the folders of kinds otherwise",
    "builder.pages.documents.records": "columns of kinds whose tables hold more than the fields of the model",
    "builder.pages.previews": "what a link shows of kinds that have more than a title, and of those that only have words",
    "builder.pages.parts.search_meta": "facts of kinds that search finds by more than a title and topics",
    "builder.pages.former": "a choice of lists for lost readers",
    "builder.pages.search": "a choice of lists for readers without scripts",
    "builder.pages.whole": "kinds whose pages can be outgrown by their lists",
}
"""The only modules with a table of most kinds of records, each with what it holds; only the first must have them all."""

MODULE_LINES = 400
FUNCTION_LINES_MEDIAN = 10
FUNCTION_LINES_95TH = 35
FUNCTIONS_ENOUGH_TO_JUDGE = 40
"""Below this many functions a median says nothing."""

ANY_ALLOWED = frozenset({"builder.load.nodes"})
"""The only modules that may say `Any`: past them every value has a type."""

FORBIDDEN_NAMES: dict[str, str] = {
    "yaml.load": "it builds any Python object; walk the events of `load.nodes`",
    "yaml.load_all": "it builds any Python object; walk the events of `load.nodes`",
    "yaml.full_load": "it builds Python objects; walk the events of `load.nodes`",
    "yaml.unsafe_load": "it runs what the file says",
    "yaml.UnsafeLoader": "it runs what the file says",
    "yaml.CUnsafeLoader": "it runs what the file says",
    "yaml.FullLoader": "it builds Python objects",
    "yaml.CFullLoader": "it builds Python objects",
    "yaml.Loader": "it runs what the file says",
    "yaml.CLoader": "it runs what the file says",
    "pickle": "loading one runs code; state is JSON with a digest",
    "marshal": "loading it can crash Python",
    "shelve": "it is pickle in a file",
    "dill": "loading one runs code",
    "eval": "text is never code",
    "exec": "text is never code",
    "os.system": "no shell",
    "os.popen": "no shell",
    "print": "a log may take it for a command; `logs.write` is the gate",
    "hash": "it differs from run to run; use hashlib",
}
"""Names that no module of `builder` may use, each with its reason."""

IDENTIFIERS = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2005/Atom",
    "http://www.sitemaps.org/schemas/sitemap/0.9",
    "https://jsonfeed.org/version/1.1",
    "https://schema.org",
    "http://purl.org/",
)
"""Addresses in templates that name a format and are never fetched."""

PLACES = (
    "*.md",
    "LICENSE",
    "Containerfile",
    "action.yml",
    "Makefile",
    "dossier",
    "dossier.cmd",
    "pyproject.toml",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".ci/run",
    ".github/*.yml",
    ".github/*/*.yml",
    "bench/**/*.py",
    "tools/**/*.py",
    "bench/*.md",
    "builder/**/*.py",
    "builder/editing/beginning/files/*",
    "builder/serve/preview.css",
    "builder/serve/preview.js",
    "content/dossier.yaml",
    "content/*/*.yaml",
    "content/pages/*.md",
    "docs/*.md",
    "docs/decisions/*.md",
    "docs/images/*.png",
    "requirements/*.txt",
    "requirements/test.in",
    "requirements/install.sh",
    "seeds/*.txt",
    "site/.gitignore",
    "static/**/*",
    "templates/**/*.html",
    "templates/assets/**/*.css",
    "templates/assets/css/order.txt",
    "templates/assets/icons/*.svg",
    "templates/assets/js/*.js",
    "templates/assets/js/*/*.js",
    "templates/assets/worker/*.js",
    "templates/glyphs/*.svg",
    "templates/words/readers.pot",
    "templates/words/*/LC_MESSAGES/readers.[mp]o",
    "tests/**/*.py",
    "tests/install_browsers.sh",
    "tests/cases/**/*",
    "tests/golden/**/*",
    "tests/mistakes/*.toml",
    "tests/mistakes/dossier/**/*",
    "tests/mutants/*.toml",
)
"""Where a file may stand; `**` is any number of folders. A file that fits none is a left-over, or needs a line here."""

LEFT_OVERS = (
    *("*.orig", "*.rej", "*.bak", "*.old", "*.tmp", "*~", "#*#", ".#*"),
    *("*.sw[a-p]", "*.py[co]", ".DS_Store", "Thumbs.db", "*.patch", "*.diff"),
)
"""Names that editors, merges and systems leave behind; they have a place nowhere, not even among the cases."""

MADE_FOLDERS = frozenset(
    {".git", ".venv", ".build", "site", "dist", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
)
"""Top folders that commands make: where there is no git to ask, nothing in them counts."""

DOCUMENTS = ("*.md", "docs/**/*.md", "bench/*.md")
"""The pages whose code spans must name paths that exist."""

MADE_PATHS: dict[str, str] = {
    "builder/output/__pycache__/": "Python keeps compiled modules there, where it may, and a build compiled templates",
    "site/": "a build makes it",
    ".build/": "a build makes it",
    "index.html": "a page of every site",
    "404.html": "a page of every site",
    "changes.xml": "a feed of every site",
    "data/": "a document of every site",
    "content/codings/": "`dossier code` makes it, and the worked example has no second reader",
    "card.png": "a document of every site that knows its address",
    "sw.js": "a worker of every site",
    "saving/": "what readers save a site by",
    "static/": "publishers keep their own files there, and the worked example has none",
    ".well-known/": "a folder in `static/`",
}
"""What paths in the documentation begin with that are made and not kept, each with what makes it."""

EXAMPLE_PATHS: dict[str, str] = {
    ".vscode/": "a folder of the repository that `dossier init` makes",
    "OWNER/REPO": "a repository on GitHub, whoever's it is",
    "OWNER/REPO@SHA": "an action by its commit",
    "dossier-tool/bin/": "where an editor may install the builder",
    "claim/nobody-hurt": "a record of the dossier that the reference is written about, by kind and id",
    "claims/some-id--2026-06-01.html": "a page that a build with `--history` makes",
    "claims/nobody-hurt.html": "a page of the dossier that the reference is written about",
    "content/articles/seven-treated.yaml": "a file of the tutorial's dossier",
    "content/claims/nobody-hurt.yaml": "a file of the dossier that the reference is written about",
    "content/claims/people-treated.yaml": "a file of the tutorial's dossier",
    "content/outlets/morning-post.yaml": "a file of the smallest dossier in the README",
    "courier.html": "the page that the tutorial's reader saved",
    "flood.html": "a page that an editor saved",
    "flood-of-2015.yaml": "a name with a year in it, as editors give it",
    "radio.txt": "the text that the tutorial's reader copied",
    "seeds/a-1.txt": "a state of a text that its publisher changed",
    "seeds/a.txt": "a text of the dossier that the reference is written about",
    "seeds/flood-first-report.txt": "the text of the smallest dossier in the README",
}
"""Paths that the documentation only gives as examples, each with what it is an example of."""
