"""What may be said of reminders."""

from datetime import time
from typing import Any

from django import forms

from gradus_web.reminders.models import EVENING, Reminders

__all__ = ["EVENING", "CalendarForm", "MailForm"]

EARLIEST, LATEST = time(4), time(22)


def _hour(label: str) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        input_formats=("%H:%M", "%H:%M:%S"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


def _by_day(at: Any) -> time:
    if not EARLIEST <= at <= LATEST:
        raise forms.ValidationError(f"Please choose a time from {EARLIEST:%H:%M} to {LATEST:%H:%M}.")
    return time(at.hour, at.minute)


class CalendarForm(forms.Form):
    """When somebody trains, and what is to become of their calendar's address."""

    train_at = _hour("When do you train?")
    do = forms.ChoiceField(choices=[(each, each) for each in ("keep", "renew")])

    def clean_train_at(self) -> time:
        """A time by day."""
        return _by_day(self.cleaned_data["train_at"])


class MailForm(forms.Form):
    """When mail comes."""

    mail_at = _hour("At what time?")
    mail_days = forms.ChoiceField(
        label="Which days?", choices=Reminders.Days.choices, widget=forms.RadioSelect
    )

    def clean_mail_at(self) -> time:
        """A time by day."""
        return _by_day(self.cleaned_data["mail_at"])
