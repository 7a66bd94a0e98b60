"""The app of what works without a network."""

from django.apps import AppConfig


class Offline(AppConfig):
    name = "gradus_web.pwa"
    label = "pwa"
