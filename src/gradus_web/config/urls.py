"""Where everything is."""

from django.urls import include, path

urlpatterns = [
    path("", include("gradus_web.people.urls")),
    path("", include("gradus_web.diary.urls")),
    path("", include("gradus_web.reminders.urls")),
    path("", include("gradus_web.pwa.urls")),
    path("api/v1/", include("gradus_web.api.routes")),
    path("learn/", include("gradus_web.learn.urls")),
]
handler404 = "gradus_web.config.refusals.not_here"
handler500 = "gradus_web.config.refusals.our_fault"
handler400 = "gradus_web.config.refusals.not_understood"
