"""Where errors end: one Dutch sentence and an exit status, never a traceback for what a person or the world did."""

import signal
import sys
from types import FrameType

import click
import typer

from kamervragen.errors import InputError, KamervragenError

_INTERRUPTED = 130  # what shells expect of a program that Ctrl-C ended


def run(app: typer.Typer) -> int:
    """Run the command that the arguments name; gives its exit status."""
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        return int(typer.main.get_command(app)(standalone_mode=False) or 0)
    except click.ClickException as error:
        return _say(f"Deze opdracht is niet begrepen ({error.format_message()}); zie «kamervragen --help».", 2)
    except InputError as error:
        return _say(str(error), 2)
    except KamervragenError as error:
        return _say(str(error), 1)
    except (KeyboardInterrupt, click.Abort):
        return _say("Onderbroken. Wat al was opgeslagen, blijft; dezelfde opdracht gaat verder waar deze was.", _INTERRUPTED)
    except BrokenPipeError:  # the reader of our output, such as `head`, has enough
        sys.stderr.close()
        return 1


def _say(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def _interrupt(signum: int, frame: FrameType | None) -> None:
    """Let a request to end be like Ctrl-C: the batch is finished or rolled back."""
    raise KeyboardInterrupt
