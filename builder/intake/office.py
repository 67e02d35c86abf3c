"""Documents of office programs → plain text: Word (.docx), PDF, rich text.

They state no date of publication, no outlet and no author: what their properties hold is when a file was made and on
whose computer. Their title alone is a proposal.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from builder.intake.found import MOST_TEXT_BYTES, Found, Unreadable
from builder.regexes import regex

_MOST_MEMBERS: Final = 2_000
_MOST_UNPACKED: Final = 64 << 20
"""What the parts of a document may have unpacked; a book of 500 pages without pictures has 10 MB."""
_MOST_PAGES: Final = 2_000
_MOST_DEPTH: Final = 100
_AGAIN: Final = "open it in its program and save it as plain text (UTF-8)"


def read_docx(content: bytes) -> Found:
    """Return the paragraphs and tables of a Word document."""
    _require_small(content)
    import docx
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(content))
        lines: list[str] = []
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                lines += ("\t".join(" ".join(cell.text.split()) for cell in row.cells) for row in part.rows)
            else:
                lines.append(" ".join(part.text.split()))
        title = str(document.core_properties.title or "")
    except (
        KeyError,
        ValueError,
        AttributeError,
        SyntaxError,
        zipfile.BadZipFile,
        OSError,
        NotImplementedError,
    ) as fault:
        raise Unreadable("it is a damaged Word document", _AGAIN) from fault
    return _of_lines([line for line in lines if line], title)


def _require_small(content: bytes) -> None:
    """Refuse what would unpack to very much, by what its parts say; those that lie meet the bound of the process."""
    try:
        members = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise Unreadable("it is a damaged packed file", _AGAIN) from fault
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_UNPACKED:
        raise Unreadable(f"unpacked it has more than {_MOST_UNPACKED >> 20} MiB", _AGAIN)
    if not any(member.filename == "word/document.xml" for member in members):
        raise Unreadable(
            "it is a packed file and no Word document", "unpack it and name the page that is in it"
        )


def read_pdf(content: bytes) -> Found:
    """Return the text of a PDF, pages parted by blank lines; a scan without text is refused."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        if len(document) > _MOST_PAGES:
            raise Unreadable(
                f"it has {len(document):,} pages, at most {_MOST_PAGES:,} are read",
                "save its part as a PDF of its own",
            )
        pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
        title = str(document.get_metadata_dict().get("Title") or "")
    except (pypdfium2.PdfiumError, ValueError, IndexError, KeyError) as fault:
        raise Unreadable("it is a damaged or locked PDF", _AGAIN) from fault
    plain = [
        page.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-\n").strip() for page in pages
    ]
    if not any(plain):
        raise Unreadable(
            "it holds pictures of pages and no text", "let a program recognise its text, or type the text"
        )
    return _of_lines([page for page in plain if page], title)


_TOKEN: Final = regex(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.IGNORECASE,
)
_SILENT: Final = frozenset(
    "fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr filetbl listtable"
    " listoverridetable rsidtbl generator themedata xmlnstbl fldinst datastore latentstyles".split()
)
_BREAKS: Final = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "row": "\n",
    "cell": "\t",
    "tab": "\t",
}
_SIGNS: Final = {
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "endash": "–",
    "emdash": "—",
    "bullet": "•",
}


def read_rtf(content: bytes) -> Found:
    """Return the words of rich text (RTF 1.9): its groups, escapes and breaks; pictures and fonts are left out."""
    written = content.decode("latin-1")
    codepage = re.search(r"\\ansicpg(\d{1,5})", written[:4096])
    encoding = f"cp{codepage[1]}" if codepage and codepage[1] in _CODEPAGES else "cp1252"
    words: list[str] = []
    silent, skipped, units = [False], 0, 1
    for token in _TOKEN.finditer(written):
        word, number, code, sign, brace, text = token.groups()
        if brace == "{":
            silent.append(silent[-1])
            if len(silent) > _MOST_DEPTH:
                raise Unreadable("its groups are nested too deep", _AGAIN)
        elif brace == "}":
            silent = silent[:-1] or [False]
        elif word in _SILENT or sign == "*":
            silent[-1] = True
        elif word == "uc":
            units = int(number or 1)
        elif not silent[-1]:
            said, skipped = _said(word, number, code, sign, text, encoding, skipped)
            skipped = units if word == "u" else skipped
            words.append(said)
    joined = "".join(words).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = [" ".join(line.split()) for line in joined.split("\n")]
    return _of_lines([line for line in lines if line], "")


_CODEPAGES: Final = frozenset(
    "437 850 852 866 874 932 936 949 950 1250 1251 1252 1253 1254 1255 1256 1257 1258".split()
)


def _said(
    word: str | None,
    number: str | None,
    code: str | None,
    sign: str | None,
    text: str | None,
    encoding: str,
    skipped: int,
) -> tuple[str, int]:
    """Return what a token says, and how many signs for older programs are still to be passed over behind `\\u`."""
    if word == "u" and number:
        return chr(int(number) % 65_536), skipped
    if word is not None:
        return _BREAKS.get(word, _SIGNS.get(word, "")), skipped
    if code is not None:
        return ("", skipped - 1) if skipped else (bytes.fromhex(code).decode(encoding, "replace"), 0)
    if sign is not None:
        return {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}.get(
            sign, ""
        ), skipped
    return (text or "")[skipped:], max(skipped - len(text or ""), 0)


def _of_lines(paragraphs: list[str], title: str) -> Found:
    text = "\n\n".join(paragraphs)
    if not text.strip():
        raise Unreadable("it holds no words", _AGAIN)
    if len(text.encode("utf-8", "replace")) > MOST_TEXT_BYTES:
        raise Unreadable(f"its text has more than {MOST_TEXT_BYTES >> 20} MiB", "import a part of it")
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "", text)
    first = text.strip().split("\n", 1)[0][:200]
    title = " ".join(title.split())[:200]
    return Found(
        title=title or first,
        headline=first if first == title or not title else "",
        text=text.strip() + "\n",
        sources=(f"title: {'the document' if title else 'its first line'}",),
        remarks=("the file says when it was made, not when it was published",),
    )
