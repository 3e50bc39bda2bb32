"""The schema that describes the API."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from drf_spectacular.generators import SchemaGenerator
from pytest_django import Settings
from rest_framework.test import APIClient

from tests.builders import make_user
from tests.clients import call_as

METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture
def schema() -> dict[str, Any]:
    """The schema as it is served."""
    generated: dict[str, Any] = SchemaGenerator().get_schema(public=True)  # type: ignore[no-untyped-call]
    return generated


def list_operations(schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in schema["paths"].items():
        yield from ((path, method, methods[method]) for method in METHODS if method in methods)


def test_schema_is_valid_and_made_without_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("spectacular", "--fail-on-warn", "--validate")

    assert capsys.readouterr().out.startswith("openapi: 3.1.1")


def test_schema_says_where_it_is_served_and_under_which_license(schema: dict[str, Any]) -> None:
    assert [server["url"] for server in schema["servers"]] == ["/"]  # with the paths the schema's own site
    assert schema["info"]["license"]["identifier"] == "Apache-2.0"


def test_every_endpoint_has_a_summary(schema: dict[str, Any]) -> None:
    assert [path for path, _, operation in list_operations(schema) if not operation.get("summary")] == []


def test_every_parameter_of_a_query_is_described(schema: dict[str, Any]) -> None:
    parameters = [
        (path, parameter)
        for path, _, operation in list_operations(schema)
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "query"
    ]

    assert len(parameters) > 50
    assert [(path, p["name"]) for path, p in parameters if not p.get("description")] == []


@pytest.mark.django_db
def test_every_parameter_that_is_known_is_in_the_schema(api: APIClient, schema: dict[str, Any]) -> None:
    api.force_authenticate(make_user("administrator", is_superuser=True))
    reads = [(path, read) for path, method, read in list_operations(schema) if method == "get"]
    for path, read in reads:
        asked = path.replace("{id}", str(uuid4()))
        refused = api.get(f"{asked}?unheard_of=1").json()["errors"][0]["detail"]
        known = refused.removeprefix("There is no such parameter here. Known are: ").removesuffix(".")
        told = {p["name"] for p in read.get("parameters", ()) if p["in"] == "query"}

        assert told <= {*known.split(", ")}, path
        # Told of where there is more than one format, and rows around a row.
        assert {*known.split(", ")} - told <= {"format", "expand"}, path
    assert len(reads) > 30


def test_schema_tells_of_the_rows_around_a_row(schema: dict[str, Any]) -> None:
    rows = schema["components"]["schemas"]
    operation = schema["paths"]["/api/v1/claims/"]["get"]
    expand = next(p for p in operation["parameters"] if p["name"] == "expand")

    assert re.fullmatch(expand["schema"]["pattern"], "source,reviews,verdicts")
    assert not re.fullmatch(expand["schema"]["pattern"], "evidence")
    assert rows["Claim"]["properties"]["expanded"] == {"$ref": "#/components/schemas/ClaimExpanded"}
    assert "expanded" not in rows["Claim"]["required"]
    around = rows["ClaimExpanded"]
    assert [*around["properties"]] == [
        *("source", "snapshot", "speaker", "subject", "statistic", "reviews", "verdicts")
    ]
    assert "required" not in around  # only those that are asked for are there


@pytest.mark.django_db
def test_schema_tells_of_the_headers_that_clients_go_on_from(schema: dict[str, Any]) -> None:
    api = call_as(make_user("administrator", is_superuser=True), HTTP_IDEMPOTENCY_KEY="a1")
    list_path, detail_path = "/api/v1/publishers/", "/api/v1/publishers/{id}/"

    made = api.post(list_path, {"name": "Gazette"})
    again = api.post(list_path, {"name": "Gazette"})
    read = api.get(made["Location"])

    assert list_told(schema, list_path, "post", "201") == ["ETag", "Location", "Idempotency-Replayed"]
    assert all(made[name] for name in ("ETag", "Location"))
    assert all(again[name] for name in ("ETag", "Location", "Idempotency-Replayed"))
    assert list_told(schema, detail_path, "get", "200") == ["ETag"]
    assert read["ETag"] == made["ETag"]
    assert list_told(schema, "/api/v1/claims/next/", "post", "200") == ["ETag", "Idempotency-Replayed"]
    assert list_told(schema, list_path, "get", "200") == []
    assert list_told(schema, list_path, "get", "429") == ["Retry-After"]


def list_told(schema: dict[str, Any], path: str, method: str, status: str) -> list[str]:
    """The headers of an answer of which the schema tells."""
    return [*schema["paths"][path][method]["responses"][status].get("headers", {})]


def test_every_resource_tells_of_its_problems(schema: dict[str, Any]) -> None:
    for path, _, operation in list_operations(schema):
        refusals = {
            status: body for status, body in operation["responses"].items() if not status.startswith("2")
        }

        assert {"400", "401"} <= set(refusals), path
        assert ("404" in refusals) == ("{id}" in path), path
        for body in refusals.values():
            assert list(body["content"]) == ["application/problem+json"]
            assert body["content"]["application/problem+json"]["schema"] == {
                "$ref": "#/components/schemas/Problem"
            }


def test_moves_tell_of_refusals_by_status_and_person(schema: dict[str, Any]) -> None:
    for move in ("accept", "reject", "reopen"):
        operation = schema["paths"][f"/api/v1/claims/{{id}}/{move}/"]["post"]

        assert operation["operationId"] == f"claims_{move}"
        assert {"403", "409", "415"} <= set(operation["responses"])


def test_reads_need_no_login_where_the_settings_say_so(settings: Settings) -> None:
    for anonymous in (True, False):
        settings.ONRECORD_ANONYMOUS_READ = anonymous
        paths = SchemaGenerator().get_schema(public=True)["paths"]  # type: ignore[no-untyped-call]

        assert ({} in paths["/api/v1/claims/"]["get"]["security"]) is anonymous
        assert {} not in paths["/api/v1/claims/{id}/accept/"]["post"]["security"]


def test_schema_is_served_as_json_too(api: APIClient) -> None:
    answer = api.get("/api/v1/schema/?format=json")

    assert answer["Content-Type"] == "application/vnd.oai.openapi+json"
    assert answer.json()["openapi"] == "3.1.1"
