"""What may be said of reminders."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gradus_web.reminders.models import EVENING, Reminders, Way
from gradus_web.reminders.pushing import is_of_a_service

__all__ = ["EVENING", "CalendarForm", "WaysForm"]

EARLIEST, LATEST = time(4), time(22)
HOUR: Mapping[str, Any] = {
    "input_formats": ("%H:%M", "%H:%M:%S"),
    "widget": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
}


def _by_day(at: Any) -> time:
    if not EARLIEST <= at <= LATEST:
        told = gettext("Please choose a time from %(earliest)s to %(latest)s.")
        raise forms.ValidationError(told % {"earliest": f"{EARLIEST:%H:%M}", "latest": f"{LATEST:%H:%M}"})
    return time(at.hour, at.minute)


class CalendarForm(forms.Form):
    """When somebody trains, and what is to become of their calendar's address."""

    train_at = forms.TimeField(label=_("When do you train?"), **HOUR)
    do = forms.ChoiceField(choices=[(each, each) for each in ("keep", "renew")])

    def clean_train_at(self) -> time:
        """A time by day."""
        return _by_day(self.cleaned_data["train_at"])


class WaysForm(forms.Form):
    """When reminders come, and by which ways. `endpoint` is what the browser that is here calls itself, where
    it told; `device` says whether reminders are to come to it."""

    at = forms.TimeField(label=_("At what time?"), **HOUR)
    days = forms.ChoiceField(label=_("Which days?"), choices=Reminders.Days.choices, widget=forms.RadioSelect)
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
                gettext("The maker of this browser is not known here, so none can be sent to it.")
            )
        return told

    def clean(self) -> dict[str, Any]:
        """No reminder comes to a device without an address."""
        told = self.cleaned_data
        if told.get("device") and not told.get("endpoint") and "endpoint" not in self.errors:
            self.add_error("endpoint", gettext("This browser gave no address to which one could be sent."))
        return told
