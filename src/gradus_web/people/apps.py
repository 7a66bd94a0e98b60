"""The app of accounts and records."""

from importlib import import_module

from django.apps import AppConfig


class People(AppConfig):
    name = "gradus_web.people"
    label = "people"

    def ready(self) -> None:
        import_module("gradus_web.people.devices")
        import_module("gradus_web.people.watch")
