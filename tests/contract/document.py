"""The API's schema, as clients get it and as schemathesis reads it."""

import json
import os
from typing import Any

import schemathesis
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer
from schemathesis.config import SchemathesisConfig

from config.wsgi import application

EXAMPLES = int(os.environ.get("ONRECORD_CONTRACT_EXAMPLES", "10"))
"""How many requests are made up for each operation; more find more (`make contract`)."""

ACCEPTED = ["2xx", "3xx", "401", "403", "404", "409", "429"]
"""What a request that the schema allows is answered with, who asks and how often being another matter."""

TEXTS = "/api/v1/sources/"
"""Where a file is sent, whose bytes may be of a format that no reader knows whatever its part is called."""

MEANT_OTHERWISE = ["400", "412", "422", "428"]
"""What a body that fits the schema can still be answered with: a schema cannot say that a quote has to occur
in its sentence, that a version is the newest, or that a number has to be readable."""


REFUSALS = ["400", "401", "403", "404", "405", "406", "409", "415", "422", "428", "429"]
"""What a request that the schema forbids is answered with."""

ROWS = ["/api/v1/claims/batch/", "/api/v1/claims/moves/"]
"""Whose rows are checked one by one: a row that the schema forbids is refused in its own result, and the
answer to the others is 200."""


def write_document() -> dict[str, Any]:
    """The OpenAPI document, as JSON that a program has read."""
    generated = SchemaGenerator().get_schema(public=True)  # type: ignore[no-untyped-call]
    rendered: bytes = OpenApiJsonRenderer().render(generated, renderer_context={})
    document: dict[str, Any] = json.loads(rendered)
    return document


def load_schema(*, without: tuple[str, ...] = ()) -> schemathesis.BaseSchema:
    """The schema of the application in this process, with every check that schemathesis has but those."""
    config = SchemathesisConfig.from_dict(
        {
            "checks": {
                **{name: {"enabled": False} for name in without},
                "positive_data_acceptance": {"expected-statuses": [*ACCEPTED, *MEANT_OTHERWISE]},
            },
            "operations": [
                {
                    "include-path": path,
                    "checks": {"negative_data_rejection": {"expected-statuses": ["200", *REFUSALS]}},
                }
                for path in ROWS
            ]
            + [
                {
                    "include-path": TEXTS,
                    "checks": {
                        "positive_data_acceptance": {
                            "expected-statuses": [*ACCEPTED, *MEANT_OTHERWISE, "415"],
                        }
                    },
                }
            ],
        }
    )
    schema = schemathesis.openapi.from_dict(write_document(), config=config)
    schema.app = application
    schema.hook("filter_case")(names_its_parameters)
    return schema


def list_operations() -> list[schemathesis.APIOperation[Any, Any, Any, Any]]:
    """What the schema offers; raises where schemathesis cannot read a part of it."""
    found = load_schema().get_all_operations()
    return [result.ok() for result in found]  # type: ignore[union-attr]  # an error has no ok()


def names_its_parameters(context: schemathesis.HookContext, case: schemathesis.Case[Any]) -> bool:
    """Whether a request is one that the schema can judge.

    A parameter without a value filters nothing, whatever its type, which a schema has no word for; a cursor
    is what the API has given out, which it cannot know; and rows that `fields` cuts down lack what the schema
    requires of whole ones.
    """
    query = case.query or {}
    return not query.keys() & {"cursor", "fields"} and all(str(value).strip() for value in query.values())
