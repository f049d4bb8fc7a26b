"""Log lines: one JSON object a line on standard error, for programs that collect them and people who search them.

Every line has `at`, `level`, `event` and, while a request is answered, `request_id`; lines of an error have `traceback`.
"""

import json
import logging
import traceback
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime

REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="")


class JsonFormatter(logging.Formatter):
    """Makes a line of a record: its message is the event, and what it was given as `extra={"fields": {…}}` stands beside it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        if request_id := REQUEST_ID.get():
            line["request_id"] = request_id
        fields: Mapping[str, object] = getattr(record, "fields", {})
        line |= fields
        if record.exc_info and record.exc_info[0]:
            line["traceback"] = "".join(traceback.format_exception(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False)


def configure_logs(level: str = "INFO") -> dict[str, object]:
    """The configuration of Python's logging under which all of the site's lines are JSON on standard error.

    Args:
        level: the lowest level that is written.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "kamervragen.site.logs.JsonFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "loggers": {
            "kamervragen": {"handlers": ["stderr"], "level": level, "propagate": False},
            # Django's own lines repeat what the line of the request says, unless something broke.
            "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
            "django.security": {"handlers": [], "level": "CRITICAL", "propagate": False},
            # The server says when a worker ended unasked and was replaced.
            "_granian": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        },
    }
