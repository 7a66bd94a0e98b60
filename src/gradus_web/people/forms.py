"""What may be said at the door."""

from django import forms

from gradus_web.content import countries


class Begin(forms.Form):
    """The country, for the number to call; and consent to what is kept."""

    country = forms.ChoiceField(
        required=False,
        label="Your country",
        help_text="For the number to call in an emergency.",
        choices=lambda: [("", "Another country, or rather not"), *countries()],
    )
    consent = forms.BooleanField(
        label="I am 18 or older. My answers may be kept on this server, to make a plan of them.",
        error_messages={"required": "Without your consent nothing is kept, and nothing can be planned."},
    )

    def __init__(self, *args: object, guess: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.initial.setdefault("country", guess)


class NewToken(forms.Form):
    """What the program is called that a token is for."""

    name = forms.CharField(label="What is the program called?", max_length=60, strip=True)
