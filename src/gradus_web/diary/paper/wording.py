"""The words that stand on every printed page of a kind: the templates have none of their own."""

from collections.abc import Mapping

from django.utils.translation import gettext as _


def review_words() -> Mapping[str, str]:
    """Those of a look back."""
    return {
        "example": _("An invented example person."),
        "nobodys": _("Nobody’s own record."),
        "morning_pain": _("Morning pain by week"),
        "band": _(
            "Mean morning pain of each week, 0 to 10. In the shaded band the usual level lies, "
            "95 times of 100."
        ),
        "felt": _("What you can do"),
        "strength": _("Strength, beside pain"),
        "beside": _("Stronger and less sore are two things; neither stands for the other."),
        "measure": _("measure"),
        "test": _("test"),
        "first_to_last": _("first to last"),
        "worse": _("worse"),
        "better": _("better"),
        "which_is": _("which is"),
        "strip": _(
            "A dot is the change, to the right when better. Grey: how far the test can be off. "
            "Dashed green: the smallest gain that matters to most people, where it is known. "
            "What is shown only has no known error."
        ),
        "doses": _("Doses"),
        "exercise": _("exercise"),
        "first": _("first"),
        "last": _("last"),
        "sessions": _("sessions"),
        "goals": _("Goals, in their own words"),
        "next": _("Next"),
        "sources": _("What this rests on"),
    }


def sheet_words() -> Mapping[str, str]:
    """Those of a programme."""
    return {
        "example": _("an invented example person"),
        "stop_if": _("Stop if:"),
        "day": _("day"),
        "all_done": _("all sets done?"),
        "during": _("pain during, 0 to 10"),
        "next_morning": _("next morning, 0 to 10"),
        "noticed": _("what you noticed"),
    }
