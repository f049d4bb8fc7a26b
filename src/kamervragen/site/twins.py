"""A page, or its twin: the same record, as HTML for people or as JSON for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Final, cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from kamervragen.contract import Json
from kamervragen.site.kept import Kept
from kamervragen.site.remembering import PASSING

SUFFIX = ".json"


def is_twin(request: HttpRequest) -> bool:
    """Whether a request asks for JSON: its address ends with `.json`."""
    return request.path_info.endswith(SUFFIX)


def twin_name(request: HttpRequest, name: str) -> str:
    """The name of the address of a page, or of its twin when that was asked for."""
    return f"{name}-json" if is_twin(request) else name


def give(request: HttpRequest, template: str, page: object, *, status: int = 200, **beside: object) -> HttpResponse:
    """The page, or its twin when the address asks for that.

    Args:
        request: what was asked for.
        template: shows the page, which it knows as `page`.
        page: a frozen record; its fields are the keys of the twin.
        status: of the response.
        beside: what the template needs that says nothing about the record, such as the section of the menu.
    """
    if is_twin(request):
        return give_json(plain(page), status=status)
    return render(request, template, {"page": page, **beside}, status=status)


def give_kept(request: HttpRequest, template: str, page: object, kept: Kept[object], **beside: object) -> HttpResponse:
    """As `give`, for a page of figures that are kept: it says of what moment they are.

    Args:
        kept: what the page was made of; the template knows it as `kept`, the twin has its `changed_at` and `is_current`.
    """
    if is_twin(request):
        body = plain(page)
        assert isinstance(body, Mapping)
        response: HttpResponse = give_json({"changed_at": plain(kept.changed_at), "is_current": kept.is_current, **body})
    else:
        response = render(request, template, {"page": page, "kept": kept, **beside})
    setattr(response, PASSING, not kept.is_current)
    return response


def give_json(value: Json, *, status: int = 200) -> JsonResponse:
    """A value as the body of a response."""
    return JsonResponse(value, status=status, safe=False, json_dumps_params={"ensure_ascii": False})


_AS_THEY_ARE: Final = frozenset({NoneType, bool, int, float, str})


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record; none when it is no record."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def plain(value: object) -> Json:
    """A record as JSON: its fields by name, in order; days and moments as ISO 8601; terms by their value."""
    if type(value) in _AS_THEY_ARE:  # most of what a page holds
        return cast(Json, value)
    names = _field_names(type(value))  # type: ignore[arg-type]  # mypy takes the hash of a class for that of its instances
    if names:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [plain(each) for each in value]
    raise TypeError(f"a page holds no {type(value).__name__}")
