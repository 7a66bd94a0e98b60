"""Whom to call: each country once, numbers that can be dialled, and a phrase that the content says."""

import re
from collections.abc import Iterator

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.types import ActionText, EmergencyNumbers
from gradus.vocabulary.scales import Action

COUNTRY = re.compile(r"[A-Z]{2}")
NUMBER = re.compile(r"[0-9+*#][0-9 +*#-]*")


def numbers_can_be_called(contents: Contents) -> Iterator[Fault]:
    for path, emergency in contents.of(EmergencyNumbers).items():
        seen: set[str] = set()
        for nth, entry in enumerate(emergency.entries):
            where = f"entries[{nth}]"
            if not COUNTRY.fullmatch(entry.country):
                yield Fault(path, f"{where}.country", f'is "{entry.country}"; write two capital letters')
            if entry.country in seen:
                yield Fault(path, f"{where}.country", f'is "{entry.country}" a second time; keep one')
            seen.add(entry.country)
            for place, number in enumerate(entry.numbers):
                if not NUMBER.fullmatch(number):
                    says = f'is "{number}"; write what is dialled, in digits'
                    yield Fault(path, f"{where}.numbers[{place}]", says)


def the_phrase_is_said(contents: Contents) -> Iterator[Fault]:
    """Otherwise the numbers would be put in its place nowhere, or in the middle of words."""
    urgent = [text for text in contents.of(ActionText).values() if text.level == Action.EMERGENCY_NOW]
    for path, emergency in contents.of(EmergencyNumbers).items():
        if " " not in emergency.unknown.strip():
            yield Fault(path, "unknown", f'is "{emergency.unknown}"; write a phrase of several words')
        elif urgent and not any(emergency.unknown in line for text in urgent for line in text.do):
            says = (
                f'is "{emergency.unknown}", which no line of {Action.EMERGENCY_NOW.code} tells people to call'
            )
            yield Fault(path, "unknown", f"{says}; write it as it stands there")
