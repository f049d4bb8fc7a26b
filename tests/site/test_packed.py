"""Records as JSON without names, and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from kamervragen.site.packed import pack, unpacker
from kamervragen.terms import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Berry:
    name: str
    picked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    kind: Kind
    packed_at: datetime
    berries: tuple[Berry, ...]
    weights: Mapping[int, tuple[str, float]]
    label: str | float | None = None


BASKET = Basket(
    kind=Kind.ANSWER,
    packed_at=datetime(2030, 5, 1, 12, tzinfo=UTC),
    berries=(Berry(name="braam"), Berry(name="bosbes", picked_on=date(2030, 4, 30))),
    weights={3: ("pond", 0.5)},
    label=0.1,
)


def test_a_record_is_packed_without_the_names_of_its_fields() -> None:
    assert pack(BASKET) == [
        "answer",
        "2030-05-01T12:00:00+00:00",
        [["braam", None], ["bosbes", "2030-04-30"]],
        [[3, ["pond", 0.5]]],
        0.1,
    ]


def test_a_record_comes_back_equal_from_json() -> None:
    assert unpacker(Basket)(json.loads(json.dumps(pack(BASKET)))) == BASKET


def test_a_record_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="no Berry: another version wrote it"):
        unpacker(Berry)(["braam"])


def test_what_is_no_part_of_a_record_is_refused() -> None:
    with pytest.raises(TypeError, match="a record holds no object"):
        pack(object())
    with pytest.raises(TypeError, match="a record holds no"):
        unpacker(bytes)
