"""A small whole library as texts, so that a test breaks one thing and hears of that thing alone."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, get_args, get_origin

from gradus.library.describe import bare, choices, hints, required
from gradus.library.load import ContentFault, read
from gradus.library.places import SINGLES
from gradus.library.types import Threshold

SOURCE = """
id = "{id}"
title = "A trial of small things"
authors = "A. Tester"
year = 2020
where = "Nowhere 1:1"
design = "made up for tests"
read = "{read}"
certainty = "low"
says = "Small things are small."
"""
SCREEN = """
id = "{id}"
order = {order}
title = "A page"
ask = "Does any of this apply?"
reviewed_by = ""
"""
ITEM = """
[[items]]
id = "{id}"
kind = "{kind}"
words = "A question"
"""
SCREEN_RULE = """
id = "{id}"
notices = "something"
action = {action}
when = {when}
says = "This matters."
do = "Do that."
basis = "default"
reviewed_by = ""
"""
ACTION = """
id = "a{level}"
level = {level}
title = "A level"
do = ["Call your local number."]
training = "Some."
ends = "Then."
reviewed_by = ""
"""
EXERCISE = """
id = "{id}"
code = "{code}"
pattern = "bridge"
position = "supine"
lumbar_rank = 1
muscles = ["glutes"]
reviewed_by = ""
needs = ["mat"]
{more}
[dose]
kind = "reps"
sets = 2
rest_s = 60
reps = [8, 12]
basis = "default"
[en]
name = "A bridge"
purpose = "Hips."
setup = "Lie down."
steps = ["Lift.", "Lower."]
feel = "Hips."
breathing = "Breathe."
mistakes = [{{ what = "Arching", feels = "Back", instead = "Less." }}]
stop_if = ["It hurts."]
alone = "Yes."
"""
PROGRAMME = """
id = "little"
version = 1
title = "Little"
kind = "individual"
for_whom = "Testers"
what = "A little"
found = "Nothing"
cannot_say = "Anything"
ours = ["All of it"]
measures = ["hold"]
reviewed_by = ""
[[phases]]
id = "first"
title = "First"
aim = "Begin"
basis = "default"
weeks = { value = 4, unit = "weeks", basis = "default" }
sessions_per_week = { value = 2, unit = "sessions per week", basis = "default" }
reserve = { value = 3, unit = "reps", basis = "default" }
[[phases.sessions]]
id = "a"
title = "A"
slots = [
    { id = "one", patterns = ["bridge"] },
    { id = "two", exercise = "low-bridge", reps = [8, 12] },
]
"""
MEASURE = """
id = "hold"
title = "A hold"
kind = "home-test"
unit = "seconds"
better = "higher"
lowest = 0
highest = 300
protocol = ["Hold."]
reviewed_by = ""
mdc95 = { value = 20, unit = "seconds", basis = "recalled", confidence = "medium", cites = ["tester-2019"] }
"""
RULE = """
id = "settled"
room = "progression"
notices = "pain settled"
says = "{exercise} went well for {days} days."
basis = "source"
cites = ["tester-2020"]
reviewed_by = ""
"""
CLAIM = """
id = "small-things-help"
number = 1
document = "000"
topics = ["strength"]
claim = "Small things help."
verdict = "partly"
why = "A little."
written_on = 2026-03-01
review_due = 2027-03-01
reviewed_by = ""
"""
ANSWER = """
id = "small-things"
question = "Do small things help?"
also_asked = ["is little enough"]
topics = ["strength"]
short = "A little."
longer = ["We do not know by how much."]
certainty = "low"
certain_because = "One trial."
written_on = 2026-03-01
review_due = 2027-03-01
reviewed_by = ""
claims = ["small-things-help"]
"""
LIMIT = """
id = "short-holds"
says = "Hold shortly."
reviewed_by = ""
max_hold_s = { value = 10, unit = "seconds", basis = "default" }
"""


EMERGENCY = """
unknown = "your local number"
elsewhere = "These are those of {country}."
reviewed_by = ""
entries = [{ country = "AA", name = "Aland", numbers = ["1", "22"] }]
"""

STEPS = """
order = ["every", "last"]
reviewed_by = ""

[parts]
every = [
    { when = ["flare-not-better"], step = "stop-and-screen", reason = "settled" },
    { when = ["too-many-flares"], step = "stop-and-screen", reason = "settled" },
    { when = ["away-for-weeks"], dose = "share-after-weeks", step = "regress", reason = "settled" },
    { when = ["away-for-long"], dose = "share-after-long", step = "regress", reason = "settled" },
    { when = ["flare-is-calm"], dose = "flare-share", step = "regress", reason = "settled" },
    { when = ["raises-wait-for-clinician"], step = "hold", reason = "settled" },
    { step = "hold", reason = "settled" },
]
last = [{ when = ["kept-out"], step = "pause", reason = "settled" }]
"""


def small() -> dict[str, str]:
    """A new copy of a library without faults."""
    number = SCREEN.format(id="second", order=2) + ITEM.format(id="pressure", kind="number")
    bounds = 'unit = "mmHg"\nlowest = 60\nhighest = 250\noptional = true\n'
    follow = ITEM.format(id="fever-long", kind="event") + 'after = "fever"\n'
    first = SCREEN.format(id="first", order=1) + ITEM.format(id="numb", kind="emergency")
    high = '\n[thresholds]\nsystolic = {{ value = {}, unit = "mmHg", basis = "default" }}\n'
    compare = '{ number = "pressure", reaching = "systolic" }'
    grouped = '{ any = ["fever-long", { all = ["fever", "numb"] }, { at_least = 1, of = ["fever"] }] }'
    limited = 'limits = ["short-holds"]' + high.format(160)
    texts = {
        "sources/tester-2020.toml": SOURCE.format(id="tester-2020", read="abstract"),
        "sources/tester-2019.toml": SOURCE.format(id="tester-2019", read="not-read"),
        "screening/screens/first.toml": first
        + 'again = "Asked again"\n'
        + ITEM.format(id="fever", kind="event")
        + follow,
        "screening/screens/second.toml": number + bounds,
        "screening/rules/numbness.toml": SCREEN_RULE.format(id="numbness", action=0, when='"numb"'),
        "screening/rules/infection.toml": SCREEN_RULE.format(id="infection", action=1, when=grouped),
        "screening/rules/pressure.toml": SCREEN_RULE.format(id="pressure", action=3, when=compare) + limited,
        "screening/limits/short-holds.toml": LIMIT,
        "exercises/low-bridge.toml": EXERCISE.format(
            id="low-bridge", code="B01", more='harder = "high-bridge"'
        ),
        "exercises/high-bridge.toml": EXERCISE.format(
            id="high-bridge", code="B02", more='easier = "low-bridge"'
        )
        + '[entry]\nmeasure = "hold"\nat_least = { value = 30, unit = "seconds", basis = "default" }\n',
        "programmes/little.toml": PROGRAMME,
        "measures/hold.toml": MEASURE,
        "rules/settled.toml": RULE,
        "claims/small-things-help.toml": CLAIM,
        "answers/small-things.toml": ANSWER,
    }
    texts |= {f"screening/actions/a{level}.toml": ACTION.format(level=level) for level in range(5)}
    texts |= {path: _single(kind) for path, kind in SINGLES.items()}
    return texts | {"progression/steps.toml": STEPS, "words/emergency-numbers.toml": EMERGENCY}


def _single(kind: Any) -> str:
    """A text with every key that the kind must have, signed by nobody."""
    return "".join(f"{key} = {_value(key, hints(kind)[key])}\n" for key in required(kind))


def _value(key: str, hint: Any) -> str:
    inner, _ = bare(hint)
    if inner is Threshold:
        return '{ value = 1, unit = "count", basis = "default" }'
    if is_dataclass(inner):
        return (
            f"{{ {', '.join(f'{each} = {_value(each, hints(inner)[each])}' for each in required(inner))} }}"
        )
    if get_origin(inner) is tuple:
        return f"[{_value(key, get_args(inner)[0])}]"
    if key == "reviewed_by":
        return '""'
    return "1" if inner in (int, float) else f'"{next(iter(choices(inner)), "Text")}"'


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """The small library with one text in one file changed."""
    texts = small()
    assert texts[path].count(old) >= 1, f"{old!r} is not in {path}"
    return texts | {path: texts[path].replace(old, new, 1)}


def faults(texts: Mapping[str, str]) -> list[str]:
    """What the loader says of these texts, a line for each fault: `path  where  says`."""
    try:
        read(texts)
    except ContentFault as error:
        return [
            f"{fault.path.removeprefix('gradus_library/')}  {fault.where}  {fault.says}"
            for fault in error.faults
        ]
    return []


def told(path: str, old: str, new: str) -> list[str]:
    """What the loader says when one text in one file is changed."""
    return faults(changed(path, old, new))
