"""What somebody tells of themselves, as a form."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gradus.record.person import Person
from gradus.vocabulary.scales import Caution, Equipment, Position, Weekday
from gradus_web.content import countries
from gradus_web.diary.names import EQUIPMENT, POSITIONS, PROVOKES, WEIGHTS, Names
from gradus_web.diary.words import MINUTE_S, seconds
from gradus_web.numbers import COMMA, POINT, marked, written

DAYS = [(day.value, WEEKDAYS_ABBR[day.number]) for day in Weekday]
MINUTES = (15, 20, 30, 40, 60)
PAIN = [(str(each), str(each)) for each in range(11)]
EASES = [
    ("10", gettext_lazy("a quarter of an hour")),
    ("60", gettext_lazy("an hour or so")),
    ("180", gettext_lazy("some hours")),
    ("1440", gettext_lazy("a day or longer")),
]
"""Minutes, as people count them; what they mean is the core's."""
YES_NO = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]
LONGEST = 400
MOST = 12
HEAVIEST = 1000.0


class Weights(forms.CharField):
    """Weights with spaces or commas between them. A comma between digits is a decimal mark where the language
    of the page has it so."""

    def clean(self, value: Any) -> Any:
        """The weights as numbers, None where nothing was typed."""
        told = str(super().clean(value)).replace(";", " ").replace(", ", " ")
        typed = told.replace(COMMA, POINT if marked(POINT) == COMMA else " ").split()
        if not typed:
            return None
        if len(typed) > MOST:
            raise forms.ValidationError(_("Please name at most %(most)d.") % {"most": MOST})
        try:
            found = tuple(float(each) for each in typed)
        except ValueError:
            raise forms.ValidationError(
                _("Please type numbers with blanks between them, as 4 8 12.")
            ) from None
        if not all(0 < each <= HEAVIEST for each in found):
            raise forms.ValidationError(_("Please type weights that somebody could lift."))
        return found


def _chips(label: Any, choices: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, help_text=help_text
    )


def _one(label: Any, choices: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, required=False, widget=forms.RadioSelect, help_text=help_text
    )


def _minutes() -> list[tuple[str, str]]:
    return [(str(each), seconds(each * MINUTE_S)) for each in MINUTES]


def _named(names: Names[Any]) -> Callable[[], list[tuple[str, str]]]:
    """What may be chosen, by name in the language of whoever is asked."""
    return lambda: [(str(key), name) for key, name in names.items()]


class ProfileForm(forms.Form):
    """Points that a plan is made of. What was never said stays unsaid; lists with nothing ticked say none."""

    days = _chips(
        gettext_lazy("Which days suit you?"), DAYS, gettext_lazy("Two or three, with a day between.")
    )
    minutes = _one(gettext_lazy("How long may a session take?"), _minutes)
    equipment = _chips(
        gettext_lazy("What do you have?"), _named(EQUIPMENT), gettext_lazy("A floor is enough.")
    )
    bands = forms.CharField(
        label=gettext_lazy("Your bands"),
        help_text=gettext_lazy("weakest first, as yellow, red, green"),
        required=False,
        max_length=200,
    )
    dumbbells = Weights(
        label=gettext_lazy("Your dumbbells"),
        help_text=gettext_lazy("in kg, as 2 4 8"),
        required=False,
        max_length=120,
    )
    kettlebells = Weights(
        label=gettext_lazy("Your kettlebells"),
        help_text=gettext_lazy("in kg"),
        required=False,
        max_length=120,
    )
    cannot_take = _chips(gettext_lazy("Positions that you cannot take"), _named(POSITIONS))
    usual_pain = _one(
        gettext_lazy("How much does it usually hurt?"),
        PAIN,
        gettext_lazy("0 is no pain, 10 the worst you can imagine."),
    )
    eases = _one(gettext_lazy("Once stirred up, it eases within"), EASES)
    provoked_by = _chips(gettext_lazy("What stirs it up?"), _named(PROVOKES))
    trains_already = _one(gettext_lazy("Do you train your strength already?"), YES_NO)
    runs = _one(gettext_lazy("Do you run?"), YES_NO)
    goals = forms.CharField(
        label=gettext_lazy("What do you want to do again?"),
        help_text=gettext_lazy("in your own words, one a line"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    unit = _one(gettext_lazy("Weights in"), _named(WEIGHTS))
    country = forms.ChoiceField(
        label=gettext_lazy("Your country"),
        required=False,
        choices=lambda: [("", _("Another one")), *countries()],
    )

    def clean_goals(self) -> tuple[str, ...]:
        """The goals, one a line."""
        lines = (" ".join(line.split())[:LONGEST] for line in str(self.cleaned_data["goals"]).splitlines())
        return tuple(line for line in lines if line)[:MOST]

    def clean_bands(self) -> tuple[str, ...]:
        """The names of the bands."""
        return tuple(
            each.strip()[:40] for each in str(self.cleaned_data["bands"]).split(",") if each.strip()
        )[:MOST]


def said(form: ProfileForm) -> Mapping[str, Any]:
    """What a valid form says, by points of the profile; None is not said."""
    told = form.cleaned_data
    return {
        "days": tuple(map(Weekday, told["days"])) or None,
        "minutes": _number(told["minutes"]),
        "equipment": tuple(map(Equipment, told["equipment"])),
        "bands": told["bands"] or None,
        "dumbbells_kg": told["dumbbells"],
        "kettlebells_kg": told["kettlebells"],
        "cannot_take": tuple(map(Position, told["cannot_take"])),
        "provoked_by": tuple(map(Caution, told["provoked_by"])),
        "usual_pain_0_10": _number(told["usual_pain"]),
        "eases_within_minutes": _number(told["eases"]),
        "trains_already": _yes(told["trains_already"]),
        "runs": _yes(told["runs"]),
        "goals": told["goals"] or None,
        "weight_unit": told["unit"] or None,
        "country": told["country"] or None,
    }


def initial(known: Person) -> dict[str, Any]:
    """What is known already, as the form shows it."""
    eases = known.eases_within_minutes
    return {
        "days": known.days or (),
        "minutes": "" if known.minutes is None else str(known.minutes),
        "equipment": known.equipment or (),
        "bands": ", ".join(known.bands or ()),
        "dumbbells": " ".join(map(written, known.dumbbells_kg or ())),
        "kettlebells": " ".join(map(written, known.kettlebells_kg or ())),
        "cannot_take": known.cannot_take or (),
        "provoked_by": known.provoked_by or (),
        "usual_pain": "" if known.usual_pain_0_10 is None else str(known.usual_pain_0_10),
        "eases": "" if eases is None else next((key for key, _ in EASES if eases <= int(key)), EASES[-1][0]),
        "trains_already": _said(known.trains_already),
        "runs": _said(known.runs),
        "goals": "\n".join(known.goals or ()),
        "unit": known.weight_unit or "kg",
        "country": known.country or "",
    }


def _number(typed: str) -> int | None:
    return int(typed) if typed else None


def _yes(typed: str) -> bool | None:
    return None if not typed else typed == "yes"


def _said(value: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[value]
