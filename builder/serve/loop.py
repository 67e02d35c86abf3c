"""The loop of the preview: wait, look, read, show the page that is looked at, then make the rest; whatever happens.

One event is followed at once. What is saved meanwhile ends the slower steps, and one look takes up all of it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from threading import Event

from builder.build import Checked
from builder.diagnostics import Severity
from builder.output.refusal import OutputRefused
from builder.report import OutputFormat, count_words, format_diagnostics
from builder.serve.live import Live, Now
from builder.serve.resident import Resident
from builder.serve.shown import Shown
from builder.serve.sight import Sight
from builder.serve.watch import Watch
from builder.terminal import refusal_words

CALM_SECONDS = 0.1
"""How long mistakes must last to be told: an editor may be in the midst of saving. What is sound is shown at once."""
Tell = Callable[[str], None]


class Abandoned(Exception):
    """Something was saved while a site was being made, which is then made of that."""


class Loop:
    """Follows a dossier's files. `tell` takes lines for the terminal; `refresh` is called when a site is whole."""

    def __init__(
        self,
        root: Path,
        live: Live,
        tell: Tell,
        *,
        poll: bool = False,
        search: bool = True,
        refresh: Callable[[], None] = lambda: None,
    ) -> None:
        self.bell = Event()
        self.is_idle = Event()
        """Set while all that was saved is shown, search included, or is told to have mistakes."""
        self._live = live
        self._tell = tell
        self._refresh = refresh
        self._sight = Sight(root)
        self._watch = Watch(root, self.bell, tell, poll=poll)
        self._resident = Resident(root, lambda _step: None, search=search)
        self._pending = False
        self._is_over = False

    def run(self) -> None:
        """Follow the files until the process is interrupted, or `end` is called."""
        try:
            while not self._is_over:
                self.turn()
        finally:
            self._watch.end()
            self._live.end()

    def end(self) -> None:
        """Let `run` return soon."""
        self._is_over = True
        self.bell.set()

    def turn(self) -> None:
        """Wait for the next reason to look, and follow what is seen."""
        if not self._pending and not self._is_over:
            self.bell.wait(self._watch.seconds(self._sight))
        self.bell.clear()
        self._pending = self._sight.look() or self._pending
        self._watch.follow(self._sight)
        if self._pending and not self._is_over:
            self.is_idle.clear()
            self._follow()
        if not self._pending:
            self.is_idle.set()

    def _follow(self) -> None:
        try:
            self._show()
            self._pending = False
        except Abandoned:
            self._pending = True
        except OutputRefused as refused:
            self._stop_at(refusal_words(refused))
        except Exception as fault:  # a preview outlives whatever an edit does to it
            self._stop_at(
                f"error: a page could not be made: {type(fault).__name__}: {fault}"
                "\n  = fix: undo the last edit of templates/; where there was none, report this as a bug"
            )

    def _stop_at(self, problem: str) -> None:
        """Tell what no check finds; the last site that was made whole is shown again."""
        self._pending = False
        self._tell(problem)
        self._live.show(Now(self._resident.last, problem))

    def _show(self) -> None:
        read = self._resident.read()
        if read.loaded.has_errors:
            if self.bell.wait(CALM_SECONDS):
                raise Abandoned
            self._tell_problems(self._resident.judged(read), self._live.now.shown)
            return
        first = self._resident.first(read)
        if first is not None:
            self._live.show(Now(first))
            self._live.wait_until_fetched()
        self._look()
        compared = self._resident.compared(read)
        if compared.stops:
            self._tell_problems(compared, self._resident.last)
        else:
            self._make(compared)

    def _make(self, checked: Checked) -> None:
        whole = self._resident.whole(checked, self._look)
        self._live.show(Now(self._resident.shown_without_search(whole)))
        shown, problems = self._resident.finish(whole)
        self._live.show(Now(shown))
        found = (*checked.problems, *problems)
        self._tell(f"Showing {len(shown.pages):,} pages" + (f": {count_words(found)}" if found else "") + ".")
        lost = self._resident.lost_without_drafts() if shown.drafts else ()
        if lost:
            self._tell(
                f"note: a build, which leaves drafts out, would stop: {count_words(lost)}; see dossier check"
            )
        self._refresh()
        gc.collect()

    def _look(self) -> None:
        if self.bell.is_set():
            raise Abandoned

    def _tell_problems(self, checked: Checked, shown: Shown | None) -> None:
        """Tell mistakes where the editor looks, over a site without them."""
        errors = [one for one in checked.problems if one.severity is Severity.ERROR]
        words = format_diagnostics(errors, checked.loaded.source, OutputFormat.FULL)
        self._tell(words.rstrip("\n"))
        self._live.show(Now(shown, words))
