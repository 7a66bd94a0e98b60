"""The addresses of what is known."""

from django.urls import path

from gradus_web.learn import views

urlpatterns = [
    path("", views.learn, name="learn"),
    path("answers/<slug:name>", views.answer, name="answer"),
    path("claims/<slug:name>", views.claim, name="claim"),
    path("rules/<slug:name>", views.rule, name="rule"),
    path("pictures/<slug:version>/<slug:how>/<slug:name>.svg", views.drawing, name="picture"),
    path("mistakes", views.mistakes, name="mistakes"),
    path("exercises", views.exercises, name="exercises"),
    path("exercises/<slug:name>", views.exercise, name="exercise"),
]
