"""The command `gradus`. Commands are loaded when they are called, so that `--help` is quick."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from gradus.record.collector import without_collector
from gradus_cli.exits import MEANING, Exit, Failure, broken
from gradus_cli.names import did_you_mean
from gradus_cli.signs import harmless_lines

WIDEST = 100
"""So many signs a line has at most, as on every page."""

COMMANDS = {
    "screen": ("safety", "Answer the safety questions; says what they mean."),
    "clearance": ("safety", "Record that a clinician examined you; this is how a lock ends."),
    "profile": ("person", "Tell what you have, what you cannot do, and what you want."),
    "measure": ("person", "Record the result of a home or clinic test."),
    "technique": ("technique", "Say who watched you do an exercise; opens the heaviest ones."),
    "plan": ("planning", "Make your plan, or the next phase of it."),
    "today": ("daily", "What to do today, and why."),
    "log": ("training", "Record the sets you did."),
    "checkin": ("daily", "Record this morning's pain."),
    "flare": ("daily", "Say that a flare began or is over."),
    "milestone": ("milestones", "Say that you can do something again; see your goals."),
    "pause": ("daily", "Say that you are away or ill."),
    "activity": ("daily", "Record a walk, run, swim, ride or yoga."),
    "why": ("reasons", "Why an exercise has the dose it has."),
    "why-not": ("reasons", "Why an exercise is not in your plan."),
    "review": ("reasons", "Look back: pain, strength, sessions, next step."),
    "ask": ("asking", "Ask a question; answered from checked sources."),
    "movement": ("watching", "How an exercise moves: its picture, its pace, and what a camera sees."),
    "library": ("content", "Look into the content and check it."),
    "record": ("records", "Show, export, import, correct or check a record."),
    "schema": ("content", "Print the JSON Schema of facts or of a content file."),
    "coach": ("coaching", "The engine for other programs: JSON lines in, JSON lines out."),
    "simulate": ("simulating", "Try the rules on virtual people."),
    "demo": ("demonstration", "An example person lives 16 weeks in the terminal."),
}

EXAMPLES = """\b
Examples:
  gradus demo                          an example person lives 16 weeks
  gradus screen                        the safety questions, about three minutes
  gradus plan && gradus today          a plan, and what to do today
  gradus log bird-dog 8 8 --reserve 3 --pain 1
  gradus why bird-dog                  the reason for its dose
"""

CODES = "\b\nExit codes:\n" + "\n".join(f"  {code.value}  {MEANING[code]}" for code in Exit)


class Commands(click.Group):
    """Finds a command's module when it is needed; the one-line helps stand in the table above."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = without_collector(import_module)(f"gradus_cli.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            instead = "`gradus --help` shows them all."
            hint = did_you_mean(args[0], COMMANDS, instead=instead)
            ctx.fail(f"There is no command {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Click would call it a fault when the reader, such as `head`, has seen enough."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            raise Failure(Exit.DONE, "") from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])


@click.group(
    cls=Commands,
    epilog=EXAMPLES + "\n" + CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="gradus")
def gradus() -> None:
    """Graded strength training for nonspecific low back pain.

    Education and self-management support for adults. It does not diagnose and does not replace care; it is
    not a certified medical device. If something is wrong that is new or worse, say so with `gradus screen`.
    """


def main(args: list[str] | None = None) -> Any:
    """Run the command; a failure ends in one plain message and its exit code, never in a traceback."""
    try:
        return gradus.main(args, prog_name="gradus", standalone_mode=False)
    except Failure as failure:
        if str(failure):
            click.echo(for_reader(harmless_lines(str(failure))), err=True)
        raise SystemExit(failure.code) from None
    except click.exceptions.Exit as ended:
        raise SystemExit(ended.exit_code) from None
    except click.Abort:
        click.echo("\nStopped before the end. What was stored until then is kept.", err=True)
        raise SystemExit(Exit.STOPPED) from None
    except click.ClickException as wrong:
        wrong.show()
        raise SystemExit(Exit.USAGE) from None
    except Exception as fault:
        click.echo(harmless_lines(broken(fault)), err=True)
        raise SystemExit(Exit.BROKEN) from None


def for_reader(text: str) -> str:
    """The text in lines that fit, each broken between words, when somebody reads it in a terminal."""
    if not sys.stderr.isatty():
        return text
    from shutil import get_terminal_size
    from textwrap import fill

    width = min(get_terminal_size().columns, WIDEST)
    lines = text.split("\n")
    return "\n".join(fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines)


if __name__ == "__main__":
    main()
