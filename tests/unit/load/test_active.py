"""Which of a publisher's own files could act: those are listed or stay out."""

import pytest

from builder.load.active import what_is_active

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("CNAME", b"dossier.example\n"),
        ("google1.html", b"google-site-verification: google1.html"),
        ("google1.html", b""),
        ("logo.png", b"\x89PNG\r\n\x1a\n<script>"),
        ("notes.txt", b"<b>words</b>"),
        (".well-known/security.txt", b"Contact: mailto:a@b.example"),
        (".well-known/apple-app-site-association", b'{"applinks": {}}'),
        ("site.webmanifest", b"{}"),
        ("logo.svg", SVG.format('<path d="M0 0h9" fill="url(#a)" style="stroke: red"/>').encode()),
        ("logo.svg", SVG.format('<defs><style>.a{fill:#fff}</style></defs><use xlink:href="#b"/>').encode()),
        (
            "logo.svg",
            SVG.format('<image href="data:image/png;base64,AA=="/><title>A &lt;b&gt;</title>').encode(),
        ),
        (
            "logo.svg",
            b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.example/svg11.dtd">'
            + SVG.format('<i:view xmlns:i="http://tool.example/" i:click="no" i:path="C:\\a"/>').encode(),
        ),
    ],
)
def test_what_is_only_shown_needs_no_listing(path, content):
    assert what_is_active(path, content) is None


@pytest.mark.parametrize(
    ("path", "content", "what"),
    [
        ("a.html", b"<p>x", "HTML with markup"),
        ("A.HTM", b"x <!-- y -->", "HTML with markup"),
        ("a.html", "<b>".encode("utf-16"), "HTML with markup"),
        ("a.js", b"", "a program"),
        ("a.MJS", b"1", "a program"),
        ("a.wasm", b"", "a program"),
        ("a.bin", b"\0asm\x01", "a program"),
        ("a.xml", b"x", "XML"),
        ("a.xhtml", b"x", "XML"),
        ("a.svgz", b"\x1f\x8b", "XML"),
        ("_redirects", b"/* https://x.example 200", "settings of a server"),
        (".htaccess", b"", "settings of a server"),
        ("page", b" \n<html>", "markup under a name that does not say so"),
        ("page.foo", b"\xef\xbb\xbf<script>", "markup under a name that does not say so"),
        ("page", "<html>".encode("utf-16-le"), "markup under a name that does not say so"),
        ("a.svg", SVG.format("<script>1</script>").encode(), "SVG with `script`"),
        ("a.SVG", SVG.format('<path onclick="1"/>').encode(), "SVG with `onclick`"),
        ("a.svg", SVG.format('<g onLoad="1"/>').encode(), "SVG with `onload`"),
        ("a.svg", SVG.format("<foreignObject/>").encode(), "SVG with `foreignObject`"),
        ("a.svg", SVG.format('<a href="x"/>').encode(), "SVG with `a`"),
        ("a.svg", SVG.format('<set attributeName="href" to="javascript:1"/>').encode(), "SVG with `set`"),
        ("a.svg", SVG.format('<use xlink:href="https://x.example/#a"/>').encode(), "SVG with a link"),
        ("a.svg", SVG.format('<image href="data:image/svg+xml,x"/>').encode(), "SVG with a link"),
        ("a.svg", SVG.format('<path fill="url( \'//x.example/a\')"/>').encode(), "SVG with `fill` that fetches"),
        ("a.svg", SVG.format('<path style="fill:ur\\6c(x)"/>').encode(), "SVG with `style` that fetches"),
        ("a.svg", SVG.format("<style>@import 'x'</style>").encode(), "SVG with a style that fetches"),
        ("a.svg", SVG.format("<style>@<![CDATA[import]]> 'x'</style>").encode(), "SVG with a style that fetches"),
        ("a.svg", SVG.format('<b xmlns="http://www.w3.org/1999/xhtml"/>').encode(), "SVG with `b`"),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode(), "SVG with entities of its own"),
        ("a.svg", b'<?xml-stylesheet href="x"?>' + SVG.encode(), "SVG with an instruction `xml-stylesheet`"),
        ("a.svg", b"<svg", "SVG that is no sound XML"),
        ("a.svg", b"", "SVG that is no sound XML"),
        ("a.svg", b'<?xml version="1.0" encoding="utf-7"?><svg/>', "SVG that is no sound XML"),
    ],
)  # fmt: skip
def test_what_could_run_or_be_read_as_markup_is_told(path, content, what):
    assert what_is_active(path, content) == what


def test_a_drawing_of_any_depth_is_read():
    deep = b"<g>" * 200_000 + b"</g>" * 200_000
    assert what_is_active("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg">' + deep + b"</svg>") is None
