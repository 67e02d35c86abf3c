"""`dossier serve`: a preview in the browser that follows every save."""

from __future__ import annotations

import sys
from argparse import Namespace

from builder.commands import schema
from builder.commands.telling import EXIT_CONTENT, settle_memory
from builder.console import say

_SWITCH_SECONDS = 0.0005
"""How long Python runs one thread while another wants to: the page that is looked at is sent while others are made."""
_SECRET_BYTES = 24


def run(asked: Namespace) -> None:
    """Serve the dossier until the process is interrupted. Ends with 1 where it cannot listen."""
    settle_memory()
    import secrets
    from threading import Thread

    from builder.serve.live import Live
    from builder.serve.loop import Loop
    from builder.serve.server import LOOPBACK, PreviewServer
    from builder.serve.shown import Marks

    live = Live()
    try:
        server = PreviewServer(asked.port, live, Marks(f"/~{secrets.token_urlsafe(_SECRET_BYTES)}/"))
    except OSError as fault:
        say(f"error: port {asked.port} of {LOOPBACK} cannot be used: {fault.strerror}", to_error=True)
        say("  = fix: end the other preview, or take another port: dossier serve --port 8001", to_error=True)
        sys.exit(EXIT_CONTENT)
    sys.setswitchinterval(_SWITCH_SECONDS)
    Thread(target=server.serve_forever, daemon=True).start()
    say(
        f"Preview at http://{LOOPBACK}:{server.port}/ (this machine only); end it with Ctrl-C.", to_error=True
    )
    root = asked.root.resolve()
    loop = Loop(
        root,
        live,
        lambda words: say(words, to_error=True),
        poll=asked.poll,
        refresh=lambda: schema.refresh(root),
    )
    try:
        loop.run()
    except KeyboardInterrupt:  # the way to end it
        say("", to_error=True)
