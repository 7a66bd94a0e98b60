"""The app of a person's pages."""

from django.apps import AppConfig


class Diary(AppConfig):
    name = "gradus_web.diary"
    label = "diary"
