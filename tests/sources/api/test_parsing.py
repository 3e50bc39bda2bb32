"""Bodies that are JSON, and bodies that are not quite."""

from decimal import Decimal

import pytest
from rest_framework.exceptions import ParseError, ValidationError

from sources.api.parsing import read_json, refuse_surrogates


def test_numbers_with_a_point_stay_as_they_are_written() -> None:
    assert read_json(b'{"low": 4.20, "n": 12}') == {"low": Decimal("4.20"), "n": 12}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "Expecting value at character 0"),
        (b'{"a": ', "Expecting value at character 6"),
        (b'{"a": 1} x', "Extra data at character 9"),
        (b'{"a": 1, "b": 2, "a": 3}', 'the key "a" stands twice'),
        (b'{"x": {"a": 1, "a": 1}}', 'the key "a" stands twice'),
        (b'{"a": NaN}', "NaN is no number in JSON"),
        (b'{"a": -Infinity}', "-Infinity is no number in JSON"),
        (b'{"a": "\xff"}', "Byte 7 is not valid UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "Byte 0 is not valid UTF-8"),
        (b'\xef\xbb\xbf{"a": 1}', "begins with a byte order mark"),
        (b"[" * 10_000 + b"]" * 10_000, "nested too deeply"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "more than 4,300 digits"),
        (b'{"\\ud800": 1}', "a key has half of a surrogate pair"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused_with_the_place(body: bytes, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        read_json(body)


def test_half_a_character_is_refused_by_its_field() -> None:
    value = read_json(b'{"changes": {"noun": "\\ud83d", "scope": "\\ud83d\\ude00"}, "rows": ["\\udc00"]}')

    with pytest.raises(ValidationError) as refusal:
        refuse_surrogates(value)

    assert isinstance(refusal.value.detail, dict)
    assert set(refusal.value.detail) == {"changes.noun", "rows.0"}


def test_key_that_is_doubled_behind_many_others_is_named() -> None:
    names = [f'"{number}": 0' for number in range(300_000)]  # to count each of them in turn would take hours

    with pytest.raises(ParseError, match='the key "299999" stands twice'):
        read_json(f"{{{', '.join([*names, names[-1]])}}}".encode())


def test_many_faults_under_a_long_name_are_told_shortly() -> None:
    faulty = {"x" * 100_000: ["\ud800"] * 100_000}  # ten gigabytes, if every path were written out

    with pytest.raises(ValidationError) as refusal:
        refuse_surrogates(faulty)

    assert isinstance(refusal.value.detail, dict)
    assert len(refusal.value.detail) == 50
    assert {len(path) for path in refusal.value.detail} == {100 + len(".99999")}
