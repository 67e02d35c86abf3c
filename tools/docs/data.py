"""`docs/data.md`: the tables as they are described, and ten questions with what the worked example answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from builder.analysis import analyse
from builder.load import load_dossier
from builder.pages.documents.database import NAMES, PATH
from builder.pages.documents.kinds import DataKind
from builder.pages.documents.table import OTHERS
from builder.pages.kinds import Context
from builder.pages.table import plan_documents, plan_pages, routes_of
from builder.prose import prose_renderer
from builder.render.documents import chunks

PROJECT = Path(__file__).resolve().parents[2]

OPENING = """# The data

<!-- Made by `make docs`; change `tools/docs/data.py` and what it describes. -->

Everything that the pages show is in `data/` too: JSON with a schema for each file, and tables as CSV.
`data/datapackage.json` describes the tables as a [Frictionless Data Package](https://datapackage.org/): each column
with its type and meaning, which columns tell a row from all others, and which lead to which table.

## One database

```
./dossier build --sqlite
```

also writes `data/dossier.sqlite`: the same tables, typed, in one SQLite file, which Datasette, DuckDB, R, pandas and
`sqlite3` open. `./dossier pack --sqlite` puts it into the zip. The same content gives the same rows, and the same bytes
by one version of SQLite. Nothing in it is more than the site publishes.

- A cell that may hold several values is a list in JSON: `json_each(claims.topics)` takes it apart.
- Yes and no are 1 and 0; what is not known is `NULL`. Dates are EDTF; `…_earliest` and `…_latest` can be compared.
- Offsets count code points of the stored text.
- The table `about` says whose the data are, as of when and under which terms.

"""
VIEWS = """
Three views join what is asked together: **`appearances`** (each stance with its quotation, text, outlet and claim),
**`matrix`** (what each article says to each claim, or why it says nothing) and **`origins`** (each step on which an
article relies, and what relies on it).

## Ten questions

What stands below each is what the worked example answers.
"""

QUESTIONS: tuple[tuple[str, str], ...] = (
    (
        "Which claims do the texts contradict each other on, and how many texts speak to each?",
        """SELECT claim_number, statement, count(DISTINCT article) AS texts
FROM appearances WHERE reading = 'conflict'
GROUP BY claim ORDER BY texts DESC, claim_number LIMIT 5""",
    ),
    (
        "What does each text say to one claim, in its own words?",
        """SELECT siglum, published, stance, position_label, quote
FROM appearances WHERE claim_number = 'c13' ORDER BY published_earliest, start""",
    ),
    (
        "Which texts were read for a claim and say nothing on it, most silent first?",
        """SELECT siglum, outlet_name, count(*) AS silent
FROM matrix WHERE state = 'silent'
GROUP BY article ORDER BY silent DESC, siglum""",
    ),
    (
        "Which claims do all texts that speak of them assert without softening?",
        """SELECT claim_number, statement, count(*) AS times
FROM appearances
GROUP BY claim HAVING min(stance = 'asserts' AND hedge IS NULL) AND count(DISTINCT article) > 1
ORDER BY times DESC, claim_number LIMIT 5""",
    ),
    (
        "On whom does each text rely, step by step?",
        """SELECT siglum, depth, relied_on_by, relation, origin, basis
FROM origins WHERE kind = 'origin' ORDER BY siglum, step""",
    ),
    (
        "Whose word reaches readers through more than one text?",
        """SELECT origin, count(DISTINCT article) AS texts
FROM origins WHERE record IS NOT NULL
GROUP BY record_kind, record HAVING texts > 1 ORDER BY texts DESC, origin""",
    ),
    (
        "Which words soften what is said, and where?",
        """SELECT claim_number, siglum, stance, hedge
FROM appearances WHERE hedge IS NOT NULL ORDER BY claim_number, siglum, start LIMIT 6""",
    ),
    (
        "What does each text call the same thing?",
        """SELECT siglum, name, count
FROM naming WHERE entity_name = 'Islamic State' AND count > 1 ORDER BY siglum, count DESC, name""",
    ),
    (
        "How many words do two texts share, and who had them first?",
        """SELECT a.siglum AS one, b.siglum AS other, sum(p.words) AS words, f.siglum AS first
FROM passages p JOIN articles a ON a.id = p.first JOIN articles b ON b.id = p.second
LEFT JOIN articles f ON f.id = p.first_in
GROUP BY p.first, p.second, p.first_in ORDER BY words DESC""",
    ),
    (
        "Which topics have claims whose independence nobody has established?",
        """SELECT topic.value AS topic, count(*) AS claims, sum(independence = 'not established') AS open
FROM claims, json_each(claims.topics) AS topic
GROUP BY topic.value ORDER BY open DESC, topic""",
    ),
)
"""What a researcher asks, with a statement that answers it."""

_LONGEST = 60


def data_document() -> str:
    """Return the text of `docs/data.md`."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(worked_example())
        asked = "".join(
            f"\n### {number}. {question}\n\n```sql\n{statement};\n```\n\n{_answer(database, statement)}\n"
            for number, (question, statement) in enumerate(QUESTIONS, 1)
        )
    head = "| table | of | a row is told by | what it holds |\n| --- | --- | --- | --- |\n"
    return f"{OPENING}{head}{''.join(map(_line, OTHERS))}{VIEWS}{asked}"


@cache
def worked_example() -> bytes:
    """Return the database of the dossier in `content/`."""
    library = load_dossier(PROJECT).library
    assert library is not None
    findings = analyse(library, compare=True)
    (planned,) = (one for one in plan_documents(asked=frozenset({PATH})) if one.path == PATH)
    routes = routes_of(plan_pages(library, findings))
    context = Context(library, findings, routes, prose_renderer(library, routes))
    return b"".join(chunks(PATH, planned.make(context)))


def _line(kind: DataKind) -> str:
    if kind.table is None:
        return ""
    key = ", ".join(f"`{column}`" for column in kind.table.key)
    name = NAMES.get(kind.name, kind.name)
    return f"| `{name}` | `{kind.table_path}` | {key} | {kind.about or kind.title} |\n"


def _answer(database: sqlite3.Connection, statement: str) -> str:
    found = database.execute(statement)
    names = [column[0] for column in found.description]
    rows = [f"| {' | '.join(_cells(row))} |" for row in found]
    return "\n".join([f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}", *rows])


def _cells(row: tuple[object, ...]) -> Iterator[str]:
    for value in row:
        words = "" if value is None else str(value)
        cut = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        yield cut.replace("|", "\\|")
