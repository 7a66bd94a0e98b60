"""The profile in the terminal."""

from gradus.library.emergency import emergency_words
from gradus.library.types import EmergencyNumbers
from gradus.record.person import Person
from gradus.vocabulary.pounds import weight
from gradus_cli.show.page import page, plain

WORDS = {
    "equipment": "you have",
    "bands": "your bands, weakest first",
    "dumbbells_kg": "your dumbbells",
    "kettlebells_kg": "your kettlebells",
    "barbell_kg": "your bar without plates",
    "plates_kg": "plates, a pair of each",
    "machine_step_kg": "step of your machines",
    "minutes": "minutes for a session",
    "days": "days that suit you",
    "cannot_take": "positions you cannot take",
    "provoked_by": "what provokes it",
    "likes": "you like",
    "dislikes": "you do not like",
    "goals": "what you want to do again",
    "goal_patterns": "movements your goals need",
    "usual_pain_0_10": "usual pain, 0 to 10",
    "eases_within_minutes": "minutes until it eases",
    "trains_already": "you train already",
    "runs": "you run",
    "runs_on": "days on which you run",
    "long_run_on": "days of a long or fast run",
    "weight_unit": "weights in",
    "country": "your country",
    "mode": "who confirms a raise",
}


def show_person(person: Person, emergency: EmergencyNumbers) -> None:
    """What is known; what was never said is shown as not said, and never taken for "no". With it, whom to
    call in an emergency in the person's country."""
    page().print("\n[title]What you told[/title]")
    for name, words in WORDS.items():
        value = getattr(person, name)
        if value is None:
            said = "[quiet]not said[/quiet]"
        elif isinstance(value, tuple):
            told = (_each(each, person.weight_unit) for each in value)
            said = plain(", ".join(told)) or "none"
        elif isinstance(value, bool):
            said = "yes" if value else "no"
        else:
            said = _each(value, person.weight_unit)
        page().print(f"  {words:28} {said}")
    if person.country is not None:
        call = emergency_words(person.country, emergency)
        page().print(f"\nIn an emergency call {plain(call)}.")


def _each(value: object, unit: str | None) -> str:
    """One value in words; what has decimals is a weight, shown in the person's own unit."""
    return weight(value, unit) if isinstance(value, float) else str(value)
