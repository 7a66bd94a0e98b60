"""Brings the checks of the start."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "gradus_web.config"
    label = "site_config"

    def ready(self) -> None:
        from gradus_web.config import checks  # noqa: F401
