"""`gradus library` and `gradus schema`."""

import json
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import click

from gradus.library.effect import Effect
from gradus.library.effect import effect as hangs
from gradus.library.files import files
from gradus.library.places import id_at
from gradus.library.review import review_state
from gradus.library.schema import schemas
from gradus.record.schema import record_schema
from gradus_cli.clock import now
from gradus_cli.common import Here, with_record
from gradus_cli.content import library as load
from gradus_cli.content import library_for, overlays
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import did_you_mean, id_of
from gradus_exchange.replies import as_text

WRITTEN = ("*.md", "docs/*.md", "docs/how/*.md", "docs/decisions/*.md")
"""Where pages written by hand stand in the source tree."""
LONGEST_REVIEW_AGE_DAYS = 730
SPECS = Path(__file__).parents[3] / "specs"
PROPERTIES = SPECS.parent / "tests" / "property"
STUDIES = SPECS.parent / "benchmarks" / "studies" / "results.json"


@click.group(
    epilog="\b\nExamples:\n  gradus library check\n  gradus library show bird-dog\n"
    "  gradus library effect progression/pain-limits.toml"
)
def library() -> None:
    """Look into the content and check it. `GRADUS_OVERLAY` names folders laid over it."""


@library.command()
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def check(as_json: bool) -> None:
    """Read every file and tell all faults at once, and who has signed what."""
    content = load(anew=True)
    held = files(content)
    state = review_state(content, now().date(), LONGEST_REVIEW_AGE_DAYS)
    reply = {
        "version": content.version,
        "layers": [{"name": layer.name, "hash": layer.hash} for layer in content.layers],
        "files": len(held),
        "unsigned": len(state.unsigned),
        "signed": len(state.signed),
        "overdue": len(state.overdue),
        "faults": 0,
    }
    if as_json:
        click.echo(as_text(reply))
        return
    click.echo(f"Library {content.version}: {len(held)} files, no faults.")
    for layer in content.layers:
        click.echo(f"  {layer.name}  {layer.hash}")
    click.echo(
        f"Not yet clinically reviewed: {len(state.unsigned)} files. Signed: {len(state.signed)}. "
        f"Overdue: {len(state.overdue)}."
    )


@library.command(name="list")
@click.argument("kind", required=False)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def list_(kind: str | None, as_json: bool) -> None:
    """The content of one KIND (exercises, programmes, measures, rules, sources …), or all kinds."""
    held = files(load())
    by_folder: dict[str, list[str]] = {}
    for path in held:
        by_folder.setdefault(path.rpartition("/")[0], []).append(path)
    if kind is not None and kind not in by_folder:
        raise Failure(
            Exit.NOT_FOUND, f"There is no kind {kind!r}; there are: {', '.join(sorted(by_folder))}."
        )
    chosen = by_folder if kind is None else {kind: by_folder[kind]}
    if as_json:
        kinds = {each: {id_at(path): _title(held[path]) for path in paths} for each, paths in chosen.items()}
        click.echo(as_text({"kinds": kinds}))
        return
    for folder, paths in sorted(chosen.items()):
        if kind is None:
            click.echo(f"{folder:22} {len(paths)}")
            continue
        for path in paths:
            click.echo(f"{id_at(path):32} {_title(held[path])}".rstrip())
        click.echo(f"\nOne of them: gradus library show {folder}/{id_at(paths[0])}")


def _title(thing: Any) -> str:
    texts = getattr(thing, "en", thing)
    named = (getattr(texts, key, None) for key in ("name", "title", "question", "claim", "notices", "says"))
    return next((str(each) for each in named if each), "")


@library.command()
@click.argument("name")
@with_record
def show(here: Here, name: str) -> None:
    """One thing of the library by NAME: its id, its title, or its path.

    Where the record tells the country, texts that say whom to call name its emergency number.
    """
    held = files(library_for(here.history))
    found = {path: held[path] for path in held if _is(name, path)}
    if not found:
        found = {path: held[path] for path in [id_of(name, _titles(held))] if path is not None}
    if not found:
        _not_found(name, held)
    from gradus_cli.show.content import show_thing
    from gradus_exchange.knowledge import thing_table

    if here.as_json:
        click.echo(as_text({"things": [{"path": path, **thing_table(each)} for path, each in found.items()]}))
        return
    for path, thing in found.items():
        show_thing(path, thing, load())


def _is(name: str, path: str) -> bool:
    return name in (path, path.removesuffix(".toml"), id_at(path))


def _not_found(name: str, held: Mapping[str, Any]) -> None:
    ids = [id_at(path) for path in held]
    instead = "`gradus library list` shows what there is."
    hint = did_you_mean(name, [*_titles(held).values(), *ids], instead=instead)
    raise Failure(Exit.NOT_FOUND, f"The library has nothing called {name!r}. {hint}")


def _titles(held: Mapping[str, Any]) -> dict[str, str]:
    """The name or title of each thing that people see one of, by path."""
    texts = {path: getattr(thing, "en", thing) for path, thing in held.items()}
    known = ("name", "title", "question")
    named = {path: [getattr(each, key, "") for key in known] for path, each in texts.items()}
    return {path: title for path, titles in named.items() for title in titles if title}


@library.command()
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def effect(file: str, as_json: bool) -> None:
    """What hangs on FILE: its thresholds, the examples that try them, the rules, files and pages beside them.

    FILE is a path of the library, with or without the folders before it.
    """
    specs = _specs()
    try:
        found = hangs(load(), specs, file.rpartition("gradus_library/")[2])
    except LookupError as error:
        raise Failure(Exit.NOT_FOUND, str(error.args[0])) from None
    from gradus_cli.show.content import effect_table, show_effect

    pages = _pages_on(found)
    if as_json:
        click.echo(as_text(effect_table(found) | {"pages": pages}))
    else:
        show_effect(found, pages, with_examples=bool(specs))


def _specs() -> dict[str, str]:
    """The worked examples of the source tree, by path; none beside an installed command."""
    return {
        path.relative_to(SPECS).as_posix(): path.read_text(encoding="utf-8") for path in SPECS.rglob("*.toml")
    }


def _pages_on(found: Effect) -> list[str]:
    """The pages of the source tree, but those made from the library, that name the file or one of its
    thresholds."""
    tree = SPECS.parent
    names = (found.path, *(each.id for each in found.thresholds))
    texts = {path: path.read_text(encoding="utf-8") for path in chain(*(tree.glob(each) for each in WRITTEN))}
    return sorted(
        path.relative_to(tree).as_posix()
        for path, text in texts.items()
        if any(name in text for name in names)
    )


@library.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def pages(folder: Path, as_json: bool) -> None:
    """Write the whole content, overlays included, as Markdown pages into FOLDER.

    FOLDER is made when it is missing. It may hold pages that this command wrote before, and nothing else.
    """
    from gradus_cli.reference.book import Book
    from gradus_cli.reference.pages import pages as made
    from gradus_cli.reference.writing import write

    book = Book(
        load(),
        now().date(),
        LONGEST_REVIEW_AGE_DAYS,
        specs=_specs(),
        properties={path.name: path.read_text(encoding="utf-8") for path in PROPERTIES.glob("test_*.py")},
        overlaid=_overlaid(),
        studies=studies_run(),
    )
    written = made(book)
    write(folder, written)
    if as_json:
        click.echo(as_text({"folder": str(folder), "pages": len(written), "version": book.library.version}))
        return
    click.echo(f"{len(written)} pages of library {book.library.version} in {folder}.")


def studies_run() -> list[dict[str, Any]]:
    """What the studies came to that the source tree keeps; none beside an installed command."""
    return json.loads(STUDIES.read_text(encoding="utf-8")) if STUDIES.is_file() else []


def _overlaid() -> dict[str, str]:
    """Which overlay each file that is not the packaged one came in; the last one on top."""
    return {path: layer.name for layer in overlays() for path in layer.files}


@click.command(epilog="\b\nExamples:\n  gradus schema facts\n  gradus schema exercises")
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print the JSON Schema of `facts`, or of a kind of content file. Without a NAME: what there is."""
    content = schemas()
    if name is None:
        click.echo("\n".join(["facts", *sorted(content)]))
        return
    if name != "facts" and name not in content:
        raise Failure(
            Exit.NOT_FOUND, f"There is no schema {name!r}; there are: facts, {', '.join(sorted(content))}."
        )
    click.echo(json.dumps(record_schema() if name == "facts" else content[name], indent=2, sort_keys=True))
