"""What may be said at the door."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gradus_web.content import countries


class Begin(forms.Form):
    """The country, for the number to call; and consent to what is kept."""

    country = forms.ChoiceField(
        required=False,
        label=_("Your country"),
        help_text=_("For the number to call in an emergency."),
        choices=lambda: [("", _("Another country, or rather not")), *countries()],
    )
    consent = forms.BooleanField(
        label=_("I am 18 or older. My answers may be kept on this server, to make a plan of them."),
        error_messages={"required": _("Without your consent nothing is kept, and nothing can be planned.")},
    )

    def __init__(self, *args: object, guess: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.initial.setdefault("country", guess)


class NewToken(forms.Form):
    """What the program is called that a token is for."""

    name = forms.CharField(label=_("What is the program called?"), max_length=60, strip=True)
