"""A client made from the schema tells a whole story: submit a text, read its claims, accept one, export."""

import csv
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from pytest_django.live_server_helper import LiveServer

from sources.api.needs import Scope
from tests.builders import make_token, make_user
from tests.contract.document import write_document

PACKAGE = "onrecord_api_client"
TOOLS = str(Path(sys.executable).parent)
TEXT = "The harbour handled more than 1.2 million containers in 2025. Nearly 40 percent of them were empty.\n"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of the client's package, made from the schema and importable."""
    folder = tmp_path_factory.mktemp("client")
    document, client = folder / "schema.json", folder / "client"
    document.write_text(json.dumps(write_document()), encoding="utf-8")
    done = subprocess.run(
        [f"{TOOLS}/openapi-python-client", "generate", "--fail-on-warning",
         "--path", str(document), "--output-path", str(client)],
        env={**os.environ, "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, str(client))
    yield PACKAGE
    sys.path.remove(str(client))
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def client(package: str, live_server: LiveServer, committed: None) -> Any:
    """The client, logged in as the program of a person who may do everything, to submit and to review."""
    # Tests that empty the database take the groups with them: the rights are the person's own.
    person = make_user("program", is_superuser=True)
    made = importlib.import_module(f"{package}.client").AuthenticatedClient(
        base_url=live_server.url, token=make_token(person, Scope.REVIEW), raise_on_unexpected_status=True
    )
    with made:
        yield made


def call(operation: str, **arguments: Any) -> Any:
    """Call an operation of the client, such as `claims.claims_list`, for its typed answer."""
    return importlib.import_module(f"{PACKAGE}.api.{operation}").sync(**arguments)


def test_text_becomes_an_accepted_exported_claim(client: Any) -> None:
    models = importlib.import_module(f"{PACKAGE}.models")

    submission = models.TextSubmission(text=TEXT, title="Harbour", publisher="Port", new_publisher=True)
    submitted = call("sources.sources_create", client=client, body=submission)
    again = call("sources.sources_create", client=client, body=submission)

    assert (submitted.is_new, again.is_new) == (True, False)
    assert [claim.figure.surface for claim in submitted.claims] == [
        "more than 1.2 million",
        "Nearly 40 percent",
    ]

    listed = call("claims.claims_list", client=client, source=str(submitted.source.id))
    claim = next(row for row in listed.results if row.unit is not None)
    assert (claim.value.low, claim.value.approximation, claim.status) == ("40", "Nearly", "proposed")

    accepted = call("claims.claims_accept", id=claim.id, client=client, if_match=f'"{claim.version}"')
    assert (accepted.status, accepted.status_by) == ("accepted", "program")

    stale = call("claims.claims_reject", id=claim.id, client=client, if_match=f'"{claim.version}"')
    assert (stale.status, stale.code) == (412, "stale")

    rows = export(client.get_httpx_client(), source=str(submitted.source.id), status="accepted")
    assert [row["quote"] for row in rows] == ["Nearly 40 percent of them were empty."]


def export(http: httpx.Client, **filters: str) -> list[dict[str, str]]:
    """The claims as a CSV file's rows."""
    answer = http.get("/api/v1/claims/", params={"format": "csv", **filters})
    answer.raise_for_status()
    return list(csv.DictReader(answer.text.splitlines()))
