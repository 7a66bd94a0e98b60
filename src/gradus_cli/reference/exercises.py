"""The exercises: an index by pattern, and a page for each."""

from collections.abc import Iterator
from itertools import groupby

from gradus.library.types import Exercise, FaultRule, Watch
from gradus.vocabulary.ids import ExerciseId, ProgrammeId
from gradus_cli.reference.book import Book
from gradus_cli.reference.doses import start_dose
from gradus_cli.reference.markdown import bullets, code, heading, link, numbered, page, table, text
from gradus_cli.reference.numbers import cited, number
from gradus_cli.reference.places import to, to_file
from gradus_cli.reference.signing import foot, made, mark, overdue_on
from gradus_cli.reference.words import plain, sentence

INDEX = "exercises/index.md"
HEAD = ("name", "code", "position", "needs", "load on the low back", "easier", "harder")
ABOUT = (
    "Load on the low back is an order from 0 (least) to 4, by judgement. Easier and harder are neighbours "
    "on the exercise's ladder."
)


def exercise_pages(book: Book) -> Iterator[tuple[str, str]]:
    """The index and each exercise, by path."""
    yield INDEX, _index(book)
    for id_, exercise in book.library.exercises.items():
        yield f"exercises/{id_}.md", _page(book, exercise)


def _index(book: Book) -> str:
    order = sorted(book.library.exercises.values(), key=lambda each: (each.pattern, each.code))
    parts = [heading(1, "Exercises"), ABOUT]
    for pattern, each in groupby(order, key=lambda exercise: exercise.pattern):
        rows = [_row(book, exercise) for exercise in each]
        parts += [heading(2, sentence(plain(pattern))), table(HEAD, rows)]
    return page(*parts, made(book))


def _row(book: Book, exercise: Exercise) -> list[str]:
    marked = mark(book, f"exercises/{exercise.id}.toml")
    name = to(book, "exercises", exercise.id, at=INDEX)
    return [
        f"{name} ({marked})" if marked else name,
        text(exercise.code),
        plain(exercise.position),
        _needs(exercise),
        str(exercise.lumbar_rank),
        _neighbour(book, exercise.easier, at=INDEX),
        _neighbour(book, exercise.harder, at=INDEX),
    ]


def _needs(exercise: Exercise) -> str:
    return ", ".join(map(plain, exercise.needs)) or "nothing"


def _neighbour(book: Book, id_: ExerciseId | None, *, at: str) -> str:
    return to(book, "exercises", id_, at=at) if id_ else ""


def _page(book: Book, exercise: Exercise) -> str:
    path = f"exercises/{exercise.id}.toml"
    at = f"exercises/{exercise.id}.md"
    return page(
        link("All exercises", "index.md"),
        heading(1, text(exercise.en.name)),
        overdue_on(book, path),
        *_instructions(exercise),
        *_key_poses(exercise),
        heading(2, "The dose it begins with"),
        start_dose(book, exercise, at=at),
        heading(2, "Facts"),
        table(("what", "value"), _facts(book, exercise, at=at)),
        *_around(book, exercise, at=at),
        foot(book, path),
        made(book),
    )


def _instructions(exercise: Exercise) -> list[str]:
    texts = exercise.en
    mistakes = [[text(each.what), text(each.feels), text(each.instead)] for each in texts.mistakes]
    return [
        text(texts.purpose),
        heading(2, "How to do it"),
        text(texts.setup),
        numbered(map(text, texts.steps)),
        f"**What you feel.** {text(texts.feel)}",
        f"**Breathing.** {text(texts.breathing)}",
        f"**Alone.** {text(texts.alone)}",
        heading(2, "What often goes wrong"),
        table(("what", "how it feels", "instead"), mistakes),
        heading(2, "Stop if"),
        bullets(map(text, texts.stop_if)),
    ]


def _key_poses(exercise: Exercise) -> list[str]:
    """What its picture shows, pose by pose."""
    if exercise.movement is None:
        return []
    poses = numbered(text(sentence(pose.says)) for pose in exercise.movement.poses)
    drawn = f"`gradus movement draw {exercise.id} -o FILE.svg` draws it."
    return [heading(2, "Key poses"), poses, drawn, *_camera(exercise.movement.watch)]


CAMERA = {"count": "counts the repetitions", "hold": "times the hold", "none": "leaves it alone"}


def _camera(watch: Watch) -> list[str]:
    """What a camera may say of it."""
    told = f"A camera {CAMERA[watch.camera]}. {text(watch.why)}"
    if watch.camera == "none":
        return [heading(2, "In front of a camera"), told]
    seen = f" It is watched from the {watch.seen_from}; `gradus movement check` reads a recording of it."
    rows = [[code(fault.id), text(fault.says), _margin(fault)] for fault in watch.faults]
    words = table(("seen", "what is said", "beyond, our own choice"), rows)
    return [heading(2, "In front of a camera"), told + seen, words]


def _margin(fault: FaultRule) -> str:
    unit = "s" if fault.about == "seconds" else "percent" if _is_length(fault) else "degrees"
    return f"{fault.margin:g} {unit}"


def _is_length(fault: FaultRule) -> bool:
    return fault.signal is not None and any(name.endswith(LENGTHS) for name in fault.signal.of)


LENGTHS = ("torso", "hands-apart", "hands-up", "foot-up")


def _facts(book: Book, exercise: Exercise, *, at: str) -> Iterator[list[str]]:
    yield ["Code", text(exercise.code)]
    yield ["Id", code(exercise.id)]
    yield ["Pattern", plain(exercise.pattern)]
    yield ["Position", plain(exercise.position)]
    yield ["Needs", _needs(exercise)]
    yield ["Load on the low back", f"{exercise.lumbar_rank} (0 to 4, by judgement)"]
    yield ["Works", text(", ".join(exercise.muscles))]
    if exercise.one_sided or exercise.alternating:
        yield ["Sides", "one side, then the other" if exercise.one_sided else "in turn"]
    if exercise.basic:
        yield ["Basic", "yes: newcomers begin with it, or with a step of its ladder"]
    if exercise.cautions:
        yield ["Take care with", ", ".join(map(plain, exercise.cautions))]
    if exercise.ladder:
        yield ["Ladder", "stands alone"]
    for word, id_ in (("Easier", exercise.easier), ("Harder", exercise.harder)):
        if id_:
            yield [word, to(book, "exercises", id_, at=at)]
    if exercise.entry:
        test = to(book, "measures", exercise.entry.measure, at=at)
        yield ["Begin here when", f"{test} reaches {number(book, exercise.entry.at_least, at=at)}"]


def _around(book: Book, exercise: Exercise, *, at: str) -> list[str]:
    """What names the exercise, and what it cites."""
    parts = {
        "Programmes": bullets(_programmes(book, exercise, at=at)),
        "Answers that name it": bullets(_named(book, exercise, "answers/", at=at)),
        "Sources": cited(book, exercise.cites, at=at),
    }
    return [each for title, body in parts.items() if body for each in (heading(2, title), body)]


def _named(book: Book, exercise: Exercise, within: str, *, at: str) -> list[str]:
    return [to_file(book, path, at=at) for path in book.naming("exercises", exercise.id, within)]


def _programmes(book: Book, exercise: Exercise, *, at: str) -> Iterator[str]:
    """The programmes that fix the exercise, and those that may choose it for its pattern."""
    fixing = _named(book, exercise, "programmes/", at=at)
    yield from (f"{each}: fixed in a session" for each in fixing)
    for id_ in book.library.programmes:
        if exercise.pattern in _patterns(book, id_):
            yield f"{to(book, 'programmes', id_, at=at)}: may be chosen, for its pattern"


def _patterns(book: Book, id_: ProgrammeId) -> set[str]:
    phases = book.library.programmes[id_].phases
    return {
        pattern
        for phase in phases
        for session in phase.sessions
        for slot in session.slots
        for pattern in slot.patterns
    }
