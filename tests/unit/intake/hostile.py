"""A hundred files that somebody could have made on purpose: bombs, lies, depth, and what is no article at all."""

from __future__ import annotations

import base64
import gzip
import io
import json
import plistlib
import zipfile
from collections.abc import Callable, Iterator

_P = "<p>" + "The river rose by two metres on Tuesday and reached the old town in the evening. " * 3 + "</p>"
_PAGE = f"<html><head><title>Flood - Post</title></head><body><h1>Flood</h1>{_P}{_P}</body></html>"
_MB = 1 << 20


def _zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return stream.getvalue()


def _lying_zip() -> bytes:
    """A document whose largest part says that it has ten bytes."""
    packed = bytearray(_docx(b"<w:document/>" + b" " * (200 * _MB)))
    for at in _places(bytes(packed), b"PK\x01\x02"):
        packed[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(packed)


def _places(content: bytes, word: bytes) -> Iterator[int]:
    at = content.find(word)
    while at >= 0:
        yield at
        at = content.find(word, at + 1)


def _docx(document: bytes) -> bytes:
    return _zip(
        {
            "[Content_Types].xml": b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": document,
        }
    )


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)) + "]>"
)  # fmt: skip


def _mail(headers: str, body: bytes) -> bytes:
    return f"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n{headers}\r\n\r\n".encode() + body


def _page(body: str, head: str = "<title>x</title>") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def _nested_json(depth: int) -> str:
    return "[" * depth + "]" * depth


FILES: dict[str, Callable[[], bytes]] = {
    # nothing, or no text
    "empty.html": lambda: b"",
    "blank.html": lambda: b" \n\t\r\n ",
    "nul.html": lambda: b"\0" * 5000,
    "noise.html": lambda: bytes(range(256)) * 40,
    "controls.txt": lambda: bytes(range(1, 9)) * 500,
    "mark-alone.txt": lambda: b"\xef\xbb\xbf",
    "half-mark.txt": lambda: b"\xff\xfe\x00",
    "empty-body.html": lambda: _page(""),
    "title-alone.html": lambda: _page("", "<title>A title and nothing else</title>"),
    "script-alone.html": lambda: _page("<script>document.write('text '.repeat(999))</script>"),
    "style-alone.html": lambda: _page("<style>p{color:red}</style>"),
    "hidden.html": lambda: _page('<div style="display:none">secret words</div>'),
    "comment-alone.html": lambda: b"<html><body><!--" + b"x" * 5000 + b"--></body></html>",
    "frames.html": lambda: b"<html><frameset cols='1,2'><frame src='file:///etc/passwd'></frameset></html>",
    # what is something else
    "photo.png": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "photo.jpg": lambda: b"\xff\xd8\xff\xe0" + b"\0" * 100,
    "photo.html": lambda: b"GIF89a" + b"\0" * 100,
    "sound.html": lambda: b"RIFF" + b"\0" * 100,
    "program.html": lambda: b"\x7fELF" + b"\0" * 100,
    "program.exe": lambda: b"MZ" + b"\0" * 100,
    "old.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000,
    "packed.html": lambda: gzip.compress(_PAGE.encode()),
    "bomb.gz": lambda: gzip.compress(b"a" * (50 * _MB)),
    "archive.7z": lambda: b"7z\xbc\xaf\x27\x1c" + b"\0" * 100,
    "archive.rar": lambda: b"Rar!\x1a\x07" + b"\0" * 100,
    "print.ps": lambda: b"%!PS-Adobe-3.0\n/x { x } def x",
    "unknown.bin": lambda: b"no kind of file",
    "no-suffix": lambda: b"some words",
    # packed documents
    "empty.zip": lambda: _zip({}),
    "cut.docx": lambda: _docx(b"<w:document/>")[:200],
    "nothing-in-it.docx": lambda: b"PK\x03\x04" + b"\0" * 60,
    "table.xlsx": lambda: _zip({"xl/workbook.xml": b"<x/>"}),
    "page.zip": lambda: _zip({"index.html": _PAGE.encode()}),
    "bomb.docx": lambda: _docx(b"<w:document/>" + b" " * (100 * _MB)),
    "liar.docx": _lying_zip,
    "many.docx": lambda: _zip({f"word/{n}.xml": b"" for n in range(2500)} | {"word/document.xml": b"<x/>"}),
    "laughs.docx": lambda: _docx((_LAUGHS + f"<w:document {_W}><w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>").encode()),
    "outside.docx": lambda: _docx(f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {_W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'.encode()),
    "deep.docx": lambda: _docx(f"<w:document {_W}>".encode() + b"<w:x>" * 100_000 + b"</w:x>" * 100_000 + b"</w:document>"),
    "no-xml.docx": lambda: _docx(b"this is no XML"),
    "wordless.docx": lambda: _docx(f"<w:document {_W}><w:body></w:body></w:document>".encode()),
    "climbing.docx": lambda: _zip({"../../../tmp/x": b"x", "word/document.xml": b"<x/>"}),
    "twice.docx": lambda: _zip({"word/document.xml": _zip({"word/document.xml": b"x"})}),
    # PDF
    "head.pdf": lambda: b"%PDF-1.7\n",
    "cut.pdf": lambda: b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n",
    "ring.pdf": lambda: b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n",
    "many-pages.pdf": lambda: b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 2147483647>>endobj\ntrailer<</Root 1 0 R>>\n",
    "bomb.pdf": lambda: b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Length 9/Filter/ASCIIHexDecode>>stream\n" + b"20" * _MB + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n",
    # rich text
    "deep.rtf": lambda: b"{\\rtf1" + b"{" * 50_000,
    "wordless.rtf": lambda: b"{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\x secret}}",
    "object.rtf": lambda: b"{\\rtf1{\\object{\\*\\objdata " + b"00" * 100_000 + b"}}}",
    "huge-number.rtf": lambda: b"{\\rtf1\\u9999999999 \\bin9999999999 }",
    # mail
    "no-page.mhtml": lambda: _mail("Content-Type: text/plain", b"words"),
    "no-boundary.mhtml": lambda: _mail("Content-Type: multipart/related", b"--x\r\n"),
    "parts.mhtml": lambda: _mail('Content-Type: multipart/related; boundary="b"', b"--b\r\n\r\n" * 50_000),
    "nested.mhtml": lambda: _mail('Content-Type: multipart/related; boundary="b"', b'--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' * 1500),
    "empty-part.mhtml": lambda: _mail('Content-Type: multipart/related; boundary="b"', b"--b\r\nContent-Type: text/html\r\n\r\n\r\n--b--"),
    "bad-base64.mhtml": lambda: _mail('Content-Type: multipart/related; boundary="b"', b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\r\n--b--"),
    "long-head.mhtml": lambda: _mail("Content-Type: text/plain\r\n" + "\r\n".join(f"X-{n}: y" for n in range(100_000)), b""),
    "charset.mhtml": lambda: _mail('Content-Type: multipart/related; boundary="b"', b"--b\r\nContent-Type: text/html; charset=rot13\r\n\r\n<html><body></body></html>\r\n--b--"),
    "zip.mhtml": lambda: _mail('Content-Type: multipart/related; boundary="b"', b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(b"PK\x03\x04" + b"\0" * 500) + b"\r\n--b--"),
    # web archives
    "cut.webarchive": lambda: b"bplist00" + b"\0" * 40,
    "no-page.webarchive": lambda: plistlib.dumps({"WebSubresources": []}, fmt=plistlib.FMT_BINARY),
    "number.webarchive": lambda: plistlib.dumps({"WebMainResource": 7}, fmt=plistlib.FMT_BINARY),
    "text.webarchive": lambda: plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}, fmt=plistlib.FMT_BINARY),
    "count.webarchive": lambda: b"bplist00\xa0" + b"\0" * 6 + b"\x08\x08" + (2**62).to_bytes(8, "big") + (0).to_bytes(8, "big") + (8).to_bytes(8, "big"),
    # pages: depth, size, lies
    "deep.html": lambda: b"<html><body>" + b"<div>" * 200_000,
    "deep-inline.html": lambda: b"<html><body>" + b"<b>" * 100_000 + b"x",
    "deep-lists.html": lambda: b"<html><body>" + b"<ul><li>" * 50_000,
    "deep-tables.html": lambda: b"<html><body>" + b"<table><tr><td>" * 20_000,
    "many-tags.html": lambda: b"<html><body>" + b"<i></i>" * 1_000_000,
    "many-attributes.html": lambda: b"<html><body " + b" ".join(f"a{n}=1".encode() for n in range(200_000)) + b"></body>",
    "long-attribute.html": lambda: b'<html><body class="' + b"related " * 1_000_000 + b'"></body></html>',
    "long-tag.html": lambda: b"<html><" + b"a" * 5_000_000,
    "open-quote.html": lambda: b'<html><body><a href="' + b"x" * 3_000_000,
    "open-comment.html": lambda: b"<html><!--" + b"-" * 3_000_000,
    "brackets.html": lambda: b"<html>" + b"<" * 1_000_000,
    "entities.html": lambda: b"<html><body>" + b"&#0;&#xD800;&#x110000;&#8203;" * 1000 + b"</body></html>",
    "laughs.html": (_LAUGHS + "<html><body>&m;</body></html>").encode,
    "outside.xhtml": lambda: b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body>&e;</body></html>',
    "utf-7.html": lambda: b"<html><head><meta charset=utf-7></head><body>+ADw-script+AD4-</body></html>",
    "rot13.html": lambda: b"<html><head><meta charset=rot13></head><body></body></html>",
    "hex.html": lambda: b"<html><head><meta charset=hex></head><body>\xff\xff</body></html>",
    "long-charset.html": lambda: b"<html><head><meta charset=" + b"x" * 4000 + b"></head><body>\xff</body></html>",
    "utf-16-odd.html": lambda: b"\xff\xfe" + "<html><body></body></html>".encode("utf-16-le") + b"\x00",
    "too-large.html": lambda: b"<html><body>" + b" " * (33 * _MB),
    "json-deep.html": lambda: _page("", f'<script type="application/ld+json">{_nested_json(200_000)}</script>'),
    "json-number.html": lambda: _page("", f'<script type="application/ld+json">{{"@type":"Article","headline":{"9" * 100_000}}}</script>'),
    "meta-flood.html": lambda: _page("", '<meta name="author" content="x">' * 100_000),
    # lists
    "no-title.csv": lambda: b"a,b\n1,2\n",
    "quote.csv": lambda: b'title,date\n"' + b"x" * 3_000_000,
    "nul.csv": lambda: b"title,date\n\0,\0\n",
    "rows.csv": lambda: b"title\n" + b"x\n" * 5000,
    "head.csv": lambda: b"title\n",
    "deep.json": lambda: _nested_json(300_000).encode(),
    "number.json": lambda: b"7",
    "cut.json": lambda: b'[{"title": "x"',
    "many.json": lambda: json.dumps([{"title": f"t{n}"} for n in range(3000)]).encode(),
    "wrong.json": lambda: b'[{"title": 7, "author": {"x": []}, "issued": [[[]]]}]',
    "no-end.ris": lambda: b"TY  - NEWS\nTI  - x",
    "no-kind.ris": lambda: b"words and words\n",
    "open.bib": lambda: b"@article{" + b"{" * 100_000,
    "remark.bib": lambda: b"@comment{" + b"x" * 1_000_000 + b"}",
}  # fmt: skip
