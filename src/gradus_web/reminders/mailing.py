"""The mail: it says that somebody asked to be reminded, and nothing of why."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from gradus_web.reminders.secret import sealed


def message(address: str, off: UUID) -> EmailMessage:
    """The mail, with the link that ends it without signing in (RFC 8058)."""
    end = settings.ADDRESS + reverse("mail-off", args=[sealed("mail-off", off)])
    told = {"today": settings.ADDRESS + reverse("today"), "end": end}
    return EmailMessage(
        subject=_("The reminder you asked for"),
        body=render_to_string("reminders/mail.txt", told),
        to=[address],
        headers={
            "List-Unsubscribe": f"<{end}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
