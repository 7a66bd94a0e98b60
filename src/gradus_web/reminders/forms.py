"""What may be said of reminders."""

from datetime import time
from typing import Any

from django import forms

from gradus_web.reminders.models import EVENING, Reminders, Way
from gradus_web.reminders.pushing import is_of_a_service

__all__ = ["EVENING", "CalendarForm", "WaysForm"]

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


class WaysForm(forms.Form):
    """When reminders come, and by which ways. `endpoint` is what the browser that is here calls itself, where
    it told; `device` says whether reminders are to come to it."""

    at = _hour("At what time?")
    days = forms.ChoiceField(label="Which days?", choices=Reminders.Days.choices, widget=forms.RadioSelect)
    mail = forms.BooleanField(required=False)
    device = forms.BooleanField(required=False)
    endpoint = forms.CharField(required=False, max_length=Way._meta.get_field("endpoint").max_length)

    def clean_at(self) -> time:
        """A time by day."""
        return _by_day(self.cleaned_data["at"])

    def clean_endpoint(self) -> str:
        """Nothing, or an address at a push service that is known."""
        told: str = self.cleaned_data["endpoint"]
        if told and not is_of_a_service(told):
            raise forms.ValidationError(
                "The maker of this browser is not known here, so none can be sent to it."
            )
        return told

    def clean(self) -> dict[str, Any]:
        """No reminder comes to a device without an address."""
        told = self.cleaned_data
        if told.get("device") and not told.get("endpoint") and "endpoint" not in self.errors:
            self.add_error("endpoint", "This browser gave no address to which one could be sent.")
        return told
