"""What a phone asks for so that it can do without a network."""

from django.urls import path

from gradus_web.pwa import views

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("worker.js", views.worker, name="worker"),
    path("offline", views.shell, name="offline"),
    path("offline/kept", views.kept, name="on-this-device"),
    path("offline/sessions", views.sessions, name="carried"),
    path("offline/told", views.told, name="told"),
]
