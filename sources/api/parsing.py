"""Bodies of requests as JSON: read strictly, so that nothing is lost, doubled or rounded on the way in."""

import json
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import IO, Any, NoReturn

from rest_framework.exceptions import ErrorDetail, ParseError, ValidationError
from rest_framework.parsers import JSONParser, MultiPartParser

MOST_TOLD = 50
"""Faults of one kind that a refusal tells: a body of ten megabytes has room for a million."""
MOST_OF_A_NAME = 100
"""Characters of a field's name that a refusal repeats."""

_Path = tuple[Any, str | int] | None
"""The way to a value: the way to what holds it, and its name there. Written out only where it is told."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")


class StrictJson(JSONParser):
    """JSON as RFC 8259 has it, in UTF-8; numbers with a point stay as they are written, as decimals."""

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """The value; raises ParseError, or ValidationError for half a character in a field."""
        data = stream.read()
        value = read_json(data)
        # Only an escape can write half of a pair in UTF-8.
        if _SURROGATE_ESCAPE.search(data):
            refuse_surrogates(value)
        return value


class SinglePartForm(MultiPartParser):
    """A form in which each name stands once: of two files one would be kept and the other lost."""

    def parse(self, *args: Any, **options: Any) -> Any:
        """The fields and files; raises ValidationError for each name that is there more often."""
        parsed = super().parse(*args, **options)
        names: Counter[str] = Counter()
        for part in (parsed.data, parsed.files):
            names.update({name: len(values) for name, values in part.lists()})
        errors = {
            name[:MOST_OF_A_NAME]: [ErrorDetail("Send this part once.", code="repeated_field")]
            for name, number in names.most_common(MOST_TOLD)
            if number > 1
        }
        if errors:
            raise ValidationError(errors)
        return parsed


def read_json(data: bytes) -> Any:
    """The value of a JSON text; raises ParseError with what is wrong."""
    if data.startswith(BOM_UTF8):
        raise ParseError("The body begins with a byte order mark, as some editors write it: leave it out.")
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_make_object,
            parse_constant=_refuse_constant,
            parse_float=Decimal,
        )
    except UnicodeDecodeError as error:
        raise ParseError(f"Byte {error.start:,} is not valid UTF-8: send JSON as UTF-8.") from None
    except RecursionError:
        raise ParseError("The JSON is nested too deeply.") from None
    except ValueError as error:
        raise ParseError(f"The body is no JSON: {_explain(error)}.") from None


def refuse_surrogates(value: Any) -> None:
    """Refuse half of a surrogate pair anywhere, which is no character; raises ValidationError by field."""
    faulty = (path for path, text in _list_texts(value) if _SURROGATE.search(text))
    errors = {
        _write_path(path): [ErrorDetail("Half of a surrogate pair is no character.", code="surrogate")]
        for path in islice(faulty, MOST_TOLD)
    }
    if errors:
        raise ValidationError(errors)


def _list_texts(value: Any) -> Iterator[tuple[_Path, str]]:
    """Every text of a value with the path to it."""
    waiting: list[tuple[_Path, Any]] = [(None, value)]
    while waiting:
        path, inner = waiting.pop()
        if isinstance(inner, str):
            yield path, inner
        elif isinstance(inner, dict):
            waiting.extend(((path, name), child) for name, child in inner.items())
        elif isinstance(inner, list):
            waiting.extend(((path, number), child) for number, child in enumerate(inner))


def _write_path(path: _Path) -> str:
    """A path as errors tell it: rows.0.noun."""
    names: list[str] = []
    while path is not None:
        path, name = path
        names.append(str(name)[:MOST_OF_A_NAME])
    return ".".join(reversed(names))


def _make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of its members; raises ValueError where two have one name, or a name is no text."""
    made = dict(pairs)
    if len(made) != len(pairs):
        doubled, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise ValueError(f"the key {json.dumps(doubled[:MOST_OF_A_NAME])} stands twice in one object")
    if any(_SURROGATE.search(name) for name in made):
        raise ValueError("a key has half of a surrogate pair, which is no character")
    return made


def _refuse_constant(name: str) -> NoReturn:
    """Refuse what Python's reader takes besides JSON's numbers."""
    raise ValueError(f"{name} is no number in JSON")


def _explain(error: ValueError) -> str:
    """The reason in words; Python's about long whole numbers speaks of its own settings."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos:,} (line {error.lineno:,})"
    return "a whole number has more than 4,300 digits" if "int_max_str" in str(error) else str(error)
