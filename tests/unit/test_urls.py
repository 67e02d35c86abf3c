"""Only links that cannot act are let through."""

import pytest

from builder.urls import link_fault, site_url_fault, web_url_fault


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
