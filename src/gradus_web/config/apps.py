"""Brings the checks of the start."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "gradus_web.config"
    label = "site_config"

    def ready(self) -> None:
        import_module("gradus_web.config.checks")
