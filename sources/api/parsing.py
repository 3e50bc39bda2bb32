"""Bodies of requests as JSON: read strictly, so that nothing is lost, doubled or rounded on the way in."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import IO, Any, NoReturn

from rest_framework.exceptions import ErrorDetail, ParseError, ValidationError
from rest_framework.parsers import JSONParser

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


def read_json(data: bytes) -> Any:
    """The value of a JSON text; raises ParseError with what is wrong."""
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
    errors = {
        path: [ErrorDetail("Half of a surrogate pair is no character.", code="surrogate")]
        for path, text in _list_texts(value)
        if _SURROGATE.search(text)
    }
    if errors:
        raise ValidationError(errors)


def _list_texts(value: Any) -> Iterator[tuple[str, str]]:
    """Every text of a value with the path to it."""
    waiting = [("", value)]
    while waiting:
        path, inner = waiting.pop()
        if isinstance(inner, str):
            yield path, inner
        elif isinstance(inner, dict):
            waiting.extend((f"{path}.{name}".removeprefix("."), child) for name, child in inner.items())
        elif isinstance(inner, list):
            waiting.extend(
                (f"{path}.{number}".removeprefix("."), child) for number, child in enumerate(inner)
            )


def _make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of its members; raises ValueError where two have one name, or a name is no text."""
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        doubled = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {json.dumps(doubled[:100])} stands twice in one object")
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
