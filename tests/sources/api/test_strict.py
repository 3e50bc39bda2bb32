"""Input that is refused rather than guessed at."""

from typing import Any

import pytest
from rest_framework import serializers

from sources.api.strict import KnownFields, ShortList


class Row(KnownFields):
    """A row with a name."""

    name = serializers.CharField()


class Rows(KnownFields):
    """At most two rows."""

    rows = ShortList(child=Row(), max_length=2)


def list_errors(body: Any) -> dict[str, Any]:
    read = Rows(data=body)
    assert not read.is_valid()
    return dict(read.errors)


def test_list_that_is_too_long_is_refused_without_a_look_at_its_items() -> None:
    (error,) = list_errors({"rows": [0, 0, 0]})["rows"]

    assert (error.code, str(error)) == ("max_length", "Ensure this field has no more than 2 elements.")


def test_items_of_a_short_list_are_checked_one_by_one() -> None:
    assert list(list_errors({"rows": [{"name": "Rosa"}, 0]})["rows"]) == [1]


@pytest.mark.parametrize("rows", ["ab", {"a": 1}, 3])
def test_what_is_no_list_is_refused(rows: Any) -> None:
    (error,) = list_errors({"rows": rows})["rows"]

    assert error.code == "not_a_list"


def test_of_a_thousand_unknown_fields_some_are_told() -> None:
    errors = list_errors({f"field {number}": 1 for number in range(1000)})

    assert list(errors) == [f"field {number}" for number in range(50)]
