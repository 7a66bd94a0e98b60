"""The addresses of reminders. Two of them are secrets: whoever holds one needs no account."""

from django.urls import path

from gradus_web.reminders import views

urlpatterns = [
    path("you/reminders", views.reminders, name="reminders"),
    path("you/reminders/calendar", views.choose_calendar, name="choose-calendar"),
    path("you/reminders/ways", views.choose_ways, name="choose-ways"),
    path("calendar/<slug:address>.ics", views.calendar, name="calendar"),
    path("mail/off/<slug:address>", views.mail_off, name="mail-off"),
]
