"""Where errors end: one Dutch sentence and an exit status, never a traceback for what a person or the world did."""

import signal
import sys
from types import FrameType

import typer

from kamervragen.errors import InputError, KamervragenError

# The error of a wrong argument; typer has click inside under a private name, and this is the public way to it.
_UsageError: type[Exception] = typer.BadParameter.__bases__[0]
_INTERRUPTED = 130  # what shells expect of a program that Ctrl-C ended


def run(app: typer.Typer) -> int:
    """Run the command that the arguments name; gives its exit status."""
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        status = int(typer.main.get_command(app)(sys.argv[1:] or ["--help"], standalone_mode=False) or 0)
        return status if status != _INTERRUPTED else _say_interrupted()  # typer turns Ctrl-C into a status, without a word
    except _UsageError as error:
        return _say(f"Deze opdracht is niet begrepen ({_sentence(error)}); zie «kamervragen --help».", 2)
    except InputError as error:
        return _say(str(error), 2)
    except KamervragenError as error:
        return _say(str(error), 1)
    except (KeyboardInterrupt, typer.Abort):
        return _say_interrupted()
    except BrokenPipeError:  # the reader of our output, such as `head`, has enough
        sys.stderr.close()
        return 1


def _sentence(error: Exception) -> str:
    """What is wrong with the arguments; typer says it in English."""
    said: str = getattr(error, "message", "") or str(error)
    return said.strip().rstrip(".")


def _say_interrupted() -> int:
    return _say("Onderbroken. Wat al was opgeslagen, blijft; geef dezelfde opdracht nog eens om haar af te maken.", _INTERRUPTED)


def _say(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def _interrupt(signum: int, frame: FrameType | None) -> None:
    """Let a request to end be like Ctrl-C: the batch is finished or rolled back."""
    raise KeyboardInterrupt
