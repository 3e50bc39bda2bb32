"""The database puts JSON together as a JSON writer would."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.models import F, TextField, Value

from sources.api.json_text import MOST_PARTS, Constant, JsonObject, JsonString, Moment, concat
from sources.models import Publisher
from tests.builders import make_publisher

ODD = '"quotes" \\ 100 % \n \x01 é 🙂'


def read(expression: Any) -> Any:
    """What the expression gives for the one publisher."""
    return json.loads(Publisher.objects.annotate(json=expression).values_list("json", flat=True).get())


def compute(parts: Iterable[str]) -> str:
    """The text that the database makes of the parts."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {concat(parts)}")
        (text,) = cursor.fetchone() or ("",)
    return str(text)


@pytest.mark.django_db
def test_words_are_escaped_and_nothing_is_null() -> None:
    address = f"https://gazette.example/{ODD}"
    publisher = make_publisher(home_page=address)

    row = JsonObject(
        {"words": F("home_page"), "number": F("id"), "uid": F("uid"), "none": Value(None, TextField())}
    )

    assert read(row) == {"words": address, "number": publisher.pk, "uid": str(publisher.uid), "none": None}


@pytest.mark.django_db
def test_objects_stand_in_objects_with_their_keys_in_order() -> None:
    make_publisher("Gazette")

    row = read(JsonObject({"outer": JsonObject({"b": F("name"), "a": JsonObject({})}), "last": F("name")}))

    assert row == {"outer": {"b": "Gazette", "a": {}}, "last": "Gazette"}
    assert list(row["outer"]) == ["b", "a"]


@pytest.mark.django_db
def test_an_object_may_have_more_fields_than_a_call_takes_arguments() -> None:
    make_publisher("Gazette")
    names = [f"field_{number}" for number in range(3 * MOST_PARTS)]

    assert read(JsonObject({name: F("name") for name in names})) == dict.fromkeys(names, "Gazette")


@pytest.mark.django_db
def test_constant_text_of_a_string_is_escaped() -> None:
    publisher = make_publisher("Gazette")

    assert read(JsonString(ODD, F("uid"), "/")) == f"{ODD}{publisher.uid}/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("microsecond", "written"), [(0, "2026-01-09T07:08:09Z"), (120, "2026-01-09T07:08:09.000120Z")]
)
def test_a_moment_has_six_digits_of_a_fraction_or_none(microsecond: int, written: str) -> None:
    make_publisher("Gazette")

    assert read(Moment(Value(datetime(2026, 1, 9, 7, 8, 9, microsecond, tzinfo=UTC)))) == written


@pytest.mark.django_db
def test_many_parts_are_one_text_in_their_order() -> None:
    parts = [Constant("<"), *(f"{number}" for number in range(200)), Constant(">"), Constant("!")]

    assert compute(parts) == f"<{''.join(map(str, range(200)))}>!"
