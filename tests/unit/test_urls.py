"""Only links that cannot act are let through."""

import pytest

from builder.urls import link_fault, mended_url, site_url_fault, web_url_fault


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "http://example.org:8080/a?b=c#d",
        "https://[::1]/",
        "https://xn--e1afmkfd.org/",
    ],
)
def test_plain_web_addresses_pass(url):
    assert web_url_fault(url) is None
    assert link_fault(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/",
        "https:evil.example",
        "https:///evil",
        "https://user@host/",
        "https://user:pw@host/",
        "https://good\\@evil/",
        "feed:https://x/",
        "blob:x",
        "filesystem:x",
        "ms-word:ofe|u|x",
        "steam://x",
        "intent://x",
        "view-source:x",
        "https://a b/",
        "https://h:99999999/",
        "https://\u202eh/",
        "https://h/\u200b",
        "http://",
    ],
)
def test_addresses_that_could_deceive_are_refused(url):
    assert web_url_fault(url)
    assert link_fault(url)


@pytest.mark.parametrize("url", ["mailto:a@example.org", "../a.html", "a.html#b", "#b", "?q=1"])
def test_prose_may_link_by_mail_and_relatively(url):
    assert link_fault(url) is None


@pytest.mark.parametrize("url", ["https://h/", "https://h", "https://h/a/b", "http://h:1/~me/"])
def test_a_site_is_published_under_the_address_of_a_folder(url):
    assert site_url_fault(url) is None


@pytest.mark.parametrize(
    "url", ["https://h/?q=1", "https://h/#f", "https://h/..", "https://h/a/%2E%2e/b", "ftp://h/", "h"]
)
def test_no_site_is_published_under_a_query_a_fragment_or_a_step_up(url):
    assert site_url_fault(url)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://h.org/a b?x={1}|2", "https://h.org/a%20b?x=%7B1%7D%7C2"),
        ('https://h.org/"a"<b>`c`^d', "https://h.org/%22a%22%3Cb%3E%60c%60%5Ed"),
        ("https://h.org/ä ö?ü#Ł", "https://h.org/%C3%A4%20%C3%B6?%C3%BC#%C5%81"),
        ("https://h.org/a%20b c", "https://h.org/a%20b%20c"),
        ("https://h.org/100% sure", "https://h.org/100%25%20sure"),
        ("https://h.org/a\x96b", "https://h.org/a%E2%80%93b"),
        ("https://h.org/a–b c", "https://h.org/a%E2%80%93b%20c"),
        ("https:\\\\h.org\\a", "https://h.org/a"),
        ("www.h.org/a", "https://www.h.org/a"),
        ("h.org", "https://h.org"),
        ("//h.org/a", "https://h.org/a"),
        ("HTTP://h.org/a b", "http://h.org/a%20b"),
        (" https://h.org/a\u00a0", "https://h.org/a"),
        ("https://h.org/a\u200b", "https://h.org/a"),
        ("<https://h.org/a>", "https://h.org/a"),
        ("https://user:word@h.org/a", "https://h.org/a"),
        ("https://münchen.example/a b", "https://münchen.example/a%20b"),
    ],
)
def test_an_address_written_as_people_do_is_mended_into_one_that_passes(written, meant):
    assert web_url_fault(written)
    assert mended_url(written) == meant
    assert web_url_fault(meant) is None


@pytest.mark.parametrize(
    "written",
    """|null|no address|javascript:alert(1)|mailto:a@h.org|ftp://h.org/a|https://|https://a b.org/|../claims/a.html|map.html|
    a.pdf|10.1000/182|https://h:99999/a b|https://h.org/\ud800""".replace("\n    ", "").split("|"),
)
def test_where_no_address_is_plainly_meant_none_is_proposed(written):
    assert mended_url(written) is None


@pytest.mark.parametrize(
    "url",
    ["HTTP://h.org/a", "https://h.org/a%20b", "https://pl.example/wiki/Łódź?q=ä", "https://h.org/a[1]'(b)"],
)
def test_capitals_encoded_signs_and_letters_beyond_ascii_pass_as_they_are(url):
    assert web_url_fault(url) is None


@pytest.mark.parametrize(
    "written", ["a." * 500_000, "https://" + "a" * 1_000_000 + "@b", "www.a" + " " * 1_000_000 + "b"]
)
def test_an_endless_address_is_not_mended(written):
    assert mended_url(written) is None
