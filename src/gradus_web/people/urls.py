"""The door's addresses."""

from allauth.account import views as allauth
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkey
from django.urls import path, reverse_lazy

from gradus_web.people import entry, programs, views
from gradus_web.people.entry import for_accounts

ENTRY = reverse_lazy("mfa_index")

urlpatterns = [
    path("", views.welcome, name="welcome"),
    path("begin", views.begin, name="begin"),
    path("demo", views.demo, name="demo"),
    path("language", views.speak, name="language"),
    path("phone", views.phone, name="phone"),
    path("gradus.crt", views.certificate, name="certificate"),
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
    path("account/confirm-again", entry.confirm_again, name="confirm-again"),
    path("account/in/second", second.authenticate, name="mfa_authenticate"),
    path("account/in/passkey", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("account/again", for_accounts(allauth.reauthenticate), name="account_reauthenticate"),
    path("account/again/code", for_accounts(second.reauthenticate), name="mfa_reauthenticate"),
    path(
        "account/again/passkey",
        for_accounts(passkey.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("you/entry", for_accounts(entry.Entry.as_view()), name="mfa_index"),
    path("you/entry/app", for_accounts(app.activate_totp), name="mfa_activate_totp"),
    path("you/entry/app/off", for_accounts(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("you/entry/codes", for_accounts(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "you/entry/codes/new", for_accounts(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"
    ),
    path(
        "you/entry/codes/file",
        for_accounts(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("you/entry/passkey", for_accounts(entry.AddPasskey.as_view()), name="mfa_add_webauthn"),
    path(
        "you/entry/passkey/<int:pk>/name",
        for_accounts(passkey.EditWebAuthnView.as_view(success_url=ENTRY)),
        name="mfa_edit_webauthn",
    ),
    path(
        "you/entry/passkey/<int:pk>/remove",
        for_accounts(passkey.RemoveWebAuthnView.as_view(success_url=ENTRY)),
        name="mfa_remove_webauthn",
    ),
    path("you/programs", for_accounts(programs.programs), name="programs"),
    path("you/programs/new", for_accounts(programs.new), name="new-token"),
    path("you/programs/end", for_accounts(programs.end_token), name="end-token"),
    path("you/devices", entry.devices, name="devices"),
    path("you/devices/end", entry.end_device, name="end-device"),
]
