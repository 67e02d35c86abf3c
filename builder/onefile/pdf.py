"""A print edition as PDF, set by WeasyPrint: tagged for readers who listen (PDF/UA), the same bytes for the same pages.

WeasyPrint is a part of the extra `print`. It is given the file and nothing else: whatever asks for more is refused.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from typing import Final, NoReturn

from builder.onefile.tagtree import mend
from builder.output.refusal import OutputRefused

OWN: Final = b"%PDF-"
"""How every PDF begins."""
VARIANT: Final = "pdf/ua-1"


def require_weasyprint() -> None:
    """Raise `OutputRefused` where WeasyPrint is not installed."""
    if find_spec("weasyprint") is None:
        raise OutputRefused(
            "WeasyPrint, which makes PDF files, is not installed here",
            'install the extra: pip install "news-dossier[print]"; or print the file of --print in a browser',
        )


def pdf_of(page: bytes) -> bytes:
    """Return a page that stands alone as PDF; raises `OutputRefused` where WeasyPrint lacks a library of the system."""
    try:
        import weasyprint
    except OSError as fault:  # it opens Pango when it is imported
        raise OutputRefused(
            f"WeasyPrint cannot start: {str(fault).splitlines()[0]}",
            "install Pango (Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0)",
        ) from fault
    document = weasyprint.HTML(string=page.decode("utf-8"), url_fetcher=_refused)
    made = document.write_pdf(finisher=mend, pdf_variant=VARIANT, pdf_identifier=sha256(page).digest()[:16])
    return bytes(made)


def _refused(url: str) -> NoReturn:
    raise ValueError(f"a print edition asks for nothing, and here for {url}")
