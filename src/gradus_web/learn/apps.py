"""The app of what is known."""

from django.apps import AppConfig


class Learn(AppConfig):
    name = "gradus_web.learn"
    label = "learn"
