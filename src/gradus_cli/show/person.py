"""The profile in the terminal."""

from gradus.library.emergency import emergency_words
from gradus.library.types import EmergencyNumbers
from gradus.record.person import Person
from gradus_cli.show.page import page, plain

WORDS = {
    "equipment": "you have",
    "bands": "your bands, weakest first",
    "dumbbells_kg": "your dumbbells, kg",
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
            told = (f"{each:g}" if isinstance(each, float) else str(each) for each in value)
            said = plain(", ".join(told)) or "none"
        elif isinstance(value, bool):
            said = "yes" if value else "no"
        else:
            said = str(value)
        page().print(f"  {words:28} {said}")
    if person.country is not None:
        call = emergency_words(person.country, emergency)
        page().print(f"\nIn an emergency call {plain(call)}.")
