"""The schema's examples: there are some everywhere, and each is what its schema allows."""

from collections.abc import Iterator
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator, oas31_format_checker

from tests.contract.document import write_document

FILES = {"text/csv", "application/x-ndjson", "application/vnd.apache.parquet", "multipart/form-data"}
"""What is no JSON."""


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The schema as it is served."""
    return write_document()


def list_operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every operation with its name."""
    for path, methods in document["paths"].items():
        yield from ((f"{method.upper()} {path}", operation) for method, operation in methods.items())


def list_shown(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every parameter, body and answer with its place."""
    for name, operation in list_operations(document):
        for parameter in operation.get("parameters", ()):
            yield f"{name} {parameter['name']}", parameter
        bodies = {"body": operation.get("requestBody", {}), **operation["responses"]}
        for place, body in bodies.items():
            for kind, content in body.get("content", {}).items():
                if kind not in FILES:
                    yield f"{name} {place} {kind}", content


def list_examples(shown: dict[str, Any]) -> list[Any]:
    """The examples of a parameter, a body or an answer."""
    named = [example["value"] for example in shown.get("examples", {}).values()]
    single = [shown["example"]] if "example" in shown else []
    return named + single + list(shown["schema"].get("examples", ()))


def test_every_parameter_is_described(document: dict[str, Any]) -> None:
    for name, operation in list_operations(document):
        assert [p["name"] for p in operation.get("parameters", ()) if not p.get("description")] == [], name


def test_examples_are_everywhere(document: dict[str, Any]) -> None:
    without = [
        place
        for place, shown in list_shown(document)
        if not list_examples(shown)
        and shown["schema"].keys().isdisjoint({"enum", "additionalProperties"})
        and shown["schema"].get("type") != "boolean"
        and "ld+json" not in place
    ]

    assert without == []


def test_examples_are_what_the_schema_allows(document: dict[str, Any]) -> None:
    components = {"components": document["components"]}
    for place, shown in list_shown(document):
        validator = OAS31Validator({**shown["schema"], **components}, format_checker=oas31_format_checker)
        for example in list_examples(shown):
            assert [error.message for error in validator.iter_errors(example)] == [], place
