"""What may be said on the pages of the screen, and what is wrong with it in words."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from gradus.journey.screens import Page, cannot_be
from gradus.library.library import Library
from gradus.library.types import Item, Measure
from gradus.vocabulary.ids import ItemId
from gradus_web.diary.names import SIDES, unit_words
from gradus_web.numbers import NumberField, pointed, written


@dataclass(slots=True)
class Ticks:
    """One page of the screen as it was sent: what is true, what is not sure, and the numbers. `faults` say
    what is to be put right, by item or, under "", for the whole page. `sure_of_age` asks for a second look at
    an age that would stop everything."""

    ticked: set[ItemId] = field(default_factory=set)
    unsure: set[ItemId] = field(default_factory=set)
    numbers: dict[ItemId, float] = field(default_factory=dict)
    typed: dict[ItemId, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    sure_of_age: bool = False


def ticks(page: Page, sent: QueryDict, library: Library) -> Ticks:
    """The page as it was sent."""
    found = Ticks()
    asked = {question.item.id for question in page.questions if question.item.kind != "number"}
    found.ticked = {item for item in asked if item in sent.getlist("yes")}
    found.unsure = {item for item in asked if item in sent.getlist("unsure")} - found.ticked
    for question in page.questions:
        if question.item.kind == "number":
            _number(found, question.item, sent, library)
    said_none = "none" in sent
    if said_none and (found.ticked or found.unsure):
        found.faults[""] = _("You ticked something, and pressed none of these. Which is it?")
    elif asked and not (said_none or found.ticked or found.unsure):
        found.faults[""] = _("Tick what is true for you, or press none of these.")
    for each in () if found.faults else cannot_be(found.numbers, library):
        found.faults[""] = each.asks
    return found


def _number(found: Ticks, item: Item, sent: QueryDict, library: Library) -> None:
    typed = sent.get(f"number-{item.id}", "").strip()[:12]
    found.typed[item.id] = typed
    if not typed:
        if not item.optional:
            found.faults[item.id] = _("Please fill this in.")
        return
    try:
        value = float(pointed(typed))
    except ValueError:
        value = float("nan")
    if not in_range(value, item):
        bounds = {"low": written(item.lowest or 0), "high": written(item.highest or 0)}
        found.faults[item.id] = _("Please type a number from %(low)s to %(high)s.") % bounds
        return
    found.numbers[item.id] = value
    if item.unit == "years" and value < library.screening.youngest.value and "sure-of-age" not in sent:
        found.sure_of_age = True
        found.faults[item.id] = _("%(age)s: is that right? If it is, tick below and go on.") % {
            "age": written(value)
        }


def in_range(value: float, item: Item) -> bool:
    """Whether the number can be an answer to that question."""
    return (item.lowest or 0.0) <= value and (item.highest is None or value <= item.highest)


class ClearanceForm(forms.Form):
    """Who examined the person, when, and what they said."""

    examined_by = forms.CharField(label=gettext_lazy("Who examined you"), max_length=120, strip=True)
    examined_on = forms.DateField(label=gettext_lazy("When"), widget=forms.DateInput(attrs={"type": "date"}))
    said = forms.CharField(
        label=gettext_lazy("What they said"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        strip=True,
    )


PAIN = [(each, str(each)) for each in range(11)]


def _ids(*named: str) -> list[tuple[str, str]]:
    """What may be chosen, where the page has the words for it."""
    return [(each, each) for each in named]


def _pain(*, required: bool) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=PAIN, coerce=int, empty_value=None, required=required, widget=forms.RadioSelect
    )


class Morning(forms.Form):
    """One number, a tap each for what weighs on it, and words for whoever wants to write some; under the id
    that the form brought."""

    id = forms.UUIDField(required=False)
    pain = _pain(required=True)
    slept_badly = forms.BooleanField(required=False)
    low = forms.BooleanField(required=False)
    ill = forms.BooleanField(required=False)
    flare = forms.TypedChoiceField(
        choices=_ids("yes", "no"),
        coerce=lambda said: said == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(required=False, max_length=1000)


class FlareForm(forms.Form):
    """A flare that began or is over."""

    state = forms.ChoiceField(choices=_ids("began", "over"))
    pain = _pain(required=False)


class PauseForm(forms.Form):
    """Why somebody is away, and until when."""

    why = forms.ChoiceField(
        label=pgettext_lazy("why somebody is away", "Why"),
        choices=[
            ("holiday", gettext_lazy("a holiday")),
            ("illness", gettext_lazy("an illness")),
            ("work", pgettext_lazy("why somebody is away", "work")),
            ("other", gettext_lazy("something else")),
        ],
        widget=forms.RadioSelect,
    )
    until = forms.DateField(
        label=gettext_lazy("The last day away"),
        help_text=gettext_lazy("if you know it"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> date | None:
        """A day that has not passed."""
        until: date | None = self.cleaned_data["until"]
        if until is not None and until < self.today:
            raise forms.ValidationError(_("That day has passed."))
        return until


class SetForm(forms.Form):
    """One set as it was done and felt, under the id that the form brought. `kind` says whether a pain is the
    known one."""

    id = forms.UUIDField(required=False)
    exercise = forms.CharField(max_length=80)
    amount = NumberField(min_value=0, max_value=100_000)
    load = NumberField(min_value=0, max_value=2200, required=False)
    reserve = forms.TypedChoiceField(
        choices=[(each, str(each)) for each in range(11)], coerce=int, empty_value=None, required=False
    )
    pain = _pain(required=False)
    leg = forms.ChoiceField(
        choices=_ids("none", "same", "further-down", "lasted-over-an-hour"), required=False
    )
    kind = forms.ChoiceField(choices=_ids("known", "new"), required=False)


class EndForm(forms.Form):
    """How a session ended."""

    how = forms.ChoiceField(choices=_ids("finished", "stopped"))
    pain = _pain(required=False)
    note = forms.CharField(
        label=gettext_lazy("A note"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ResultForm(forms.Form):
    """The result of one measure, on one side where it has two."""

    side = forms.ChoiceField(
        label=gettext_lazy("Which side"),
        choices=lambda: [(side.value, name) for side, name in SIDES.items()],
        widget=forms.RadioSelect,
    )
    value = NumberField()

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not measure.sides:
            del self.fields["side"]
        on_scale = measure.unit in ("pain_0_10", "score_0_10")
        in_unit = _("Result, in %(unit)s") % {"unit": unit_words(measure.unit)}
        self.fields["value"] = NumberField(
            label=_("Result, 0 to 10") if on_scale else in_unit,
            min_value=measure.lowest,
            max_value=measure.highest,
        )
