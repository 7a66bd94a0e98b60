"""The door's addresses."""

from allauth.account import views as allauth
from django.urls import path

from gradus_web.people import views

urlpatterns = [
    path("", views.welcome, name="welcome"),
    path("begin", views.begin, name="begin"),
    path("demo", views.demo, name="demo"),
    path("you/forget", views.forget, name="forget"),
    path("privacy", views.privacy, name="privacy"),
    path("account/keep", views.Keep.as_view(), name="account_signup"),
    path("account/in", allauth.login, name="account_login"),
    path("account/out", allauth.logout, name="account_logout"),
    path("account/password/forgotten", allauth.password_reset, name="account_reset_password"),
    path("account/password/sent", allauth.password_reset_done, name="account_reset_password_done"),
    path(
        "account/password/new/<uidb36>-<path:key>",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "account/password/set",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("account/confirm/<key>", allauth.confirm_email, name="account_confirm_email"),
    path("account/sent", allauth.email_verification_sent, name="account_email_verification_sent"),
    path("account/closed", allauth.account_inactive, name="account_inactive"),
]
