"""What the server that runs the site logs, in the same lines."""

from typing import Any

from gunicorn.glogging import Logger

from gradus_web.config.logs import Lines


class ServerLogger(Logger):  # type: ignore[misc]
    """gunicorn's, its words in lines of JSON. Requests are not logged: their addresses can be secrets."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Lines())

    def access(self, *_: Any, **__: Any) -> None:
        """Nothing."""
