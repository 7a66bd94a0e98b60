"""A door before the site through which, from a moment on, a newer version of what a phone keeps is seen."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

VERSION = b'const VERSION = "'
SHELL = b"<h1>Train without a network</h1>"
NEWER = SHELL.replace(b"Train", b"Now train")
HOPS = ("connection", "transfer-encoding", "keep-alive", "content-length")


class Door(ThreadingHTTPServer):
    """What stands behind it, and whether it shows the newer version."""

    daemon_threads = True
    behind = ""
    is_renewed = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Door

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        behind = HTTPConnection(self.server.behind, timeout=30)
        behind.request(self.command, self.path, body, dict(self.headers.items()) | {"Connection": "close"})
        answer = behind.getresponse()
        text = self._seen(answer.read())
        self.send_response(answer.status)
        for name, said in answer.getheaders():
            if name.lower() not in HOPS:
                self.send_header(name, said)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)
        behind.close()

    do_POST = do_GET  # noqa: N815 so the server calls it
    do_HEAD = do_GET  # noqa: N815 so the server calls it

    def _seen(self, text: bytes) -> bytes:
        if not self.server.is_renewed:
            return text
        return {
            "/worker.js": text.replace(VERSION, VERSION + b"newer-"),
            "/offline": text.replace(SHELL, NEWER),
        }.get(self.path, text)

    def handle(self) -> None:
        """A page that was left, or has no network any more, does not wait for its answer."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def door_to(site: str) -> Iterator[Door]:
    """The door, open for as long as it is needed."""
    with Door(("127.0.0.1", 0), _Handler) as door:
        door.behind = urlsplit(site).netloc
        Thread(target=door.serve_forever, daemon=True).start()
        try:
            yield door
        finally:
            door.shutdown()
