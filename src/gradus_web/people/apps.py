"""The app of accounts and records."""

from django.apps import AppConfig


class People(AppConfig):
    name = "gradus_web.people"
    label = "people"
