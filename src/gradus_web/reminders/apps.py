"""The app of reminders."""

from django.apps import AppConfig


class Reminding(AppConfig):
    name = "gradus_web.reminders"
    label = "reminders"
