"""The schema's examples: of each parameter, body, answer and refusal, by name, as one story of a port."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from config.api import example_rows as rows

REFERENCE = "#/components/schemas/"
PAGINATED = ("Paginated", "List")
PROBLEM_TYPE = "application/problem+json"
ROW_ID = "The row's id."
DAY, MOMENT = "2026-02-01", "2026-02-01T09:30:00Z"

PARAMETERS: Mapping[str, Any] = MappingProxyType(
    {
        "Idempotency-Key": "6f1c1f0e-6a53-4c59-9a0b-3a8f5f1f6b7d",
        **dict.fromkeys(
            ("created_after", "at_after", "read_after", "updated_since", "deleted_since"), MOMENT
        ),
        **dict.fromkeys(
            ("created_before", "at_before", "read_before", "updated_before", "deleted_before"), MOMENT
        ),
        **dict.fromkeys(("published_after", "published_before", "as_of_after", "as_of_before"), DAY),
        **dict.fromkeys(("bytes_sha256", "text_sha256"), rows.SHA256),
        "assignee": "rosa",
        "by": "ines",
        "first": "ines",
        "second": "rosa",
        "claim": rows.CLAIM,
        "cursor": "WyItaWQiLCBudWxsLCAxMDAsIGZhbHNlXQ",
        "denominator": "containers",
        "extractor": "1.3",
        "language": "en",
        "link": "https://port.example/2025/table-3",
        "name": "Brandt",
        "noun": "containers",
        "publisher": "Gazette",
        "rule": "quantity",
        "sentence": rows.SENTENCE,
        "slug": "2026-02-01-port-grows",
        "snapshot": rows.SNAPSHOT,
        "source": "2026-02-01-port-grows",
        "speaker": "Brandt",
        "statistic": "containers",
        "subject": "Old Port",
        "text": "million containers",
        "title": "port",
        "unit": "percent",
        "verdict": rows.VERDICT,
    }
)

NAMES: Mapping[str, Any] = MappingProxyType(
    {
        "Publisher": {"name": "Harbour Gazette", "home_page": "https://gazette.example/"},
        "Source": {"title": "Port grows", "kind": "news", "published_on": DAY},
        "Speaker": {"name": "Rosa Brandt"},
        "Subject": {"kind": "place", "name": "Old Port"},
        "Statistic": {"name": "Share of empty containers", "unit": "percent", "denominator": "containers"},
    }
)
CHANGES = {"noun": "full containers", "value": {"low": "1200000", "low_inclusive": True, "comparator": ">="}}

BODIES: Mapping[str, Any] = MappingProxyType(
    {
        **{f"{name}Changes": body for name, body in NAMES.items()},
        **{f"Patched{name}Changes": body for name, body in NAMES.items()},
        "PatchedClaimChanges": CHANGES,
        "Reason": {"reason": "As printed."},
        "Correction": {"changes": CHANGES, "reason": "The table counts full ones."},
        "Judgement": {
            "outcome": "supported",
            "rationale": "The port authority's own table says 1,243,000.",
            "evidence": [{"stance": "supports", "link": "https://port.example/2025/table-3"}],
            "as_of": "2026-02-03",
        },
        "Queue": {"unit": "percent", "assigned": True, "after": rows.CLAIM},
        "Withdrawal": {"reason": "The table was of another port."},
        "Dismissal": {"disposition": "name", "reason": "It is the name of a pier."},
        "MakingBatch": {
            "claims": [{"kind": "factual", "sentence": rows.SENTENCE, "quote": "The port"}],
            "atomic": True,
        },
        "MovingBatch": {
            "moves": [{"claim": rows.CLAIM, "version": 1, "action": "accept", "reason": "As printed."}],
            "atomic": False,
        },
    }
)


def _refuse(status: int, title: str, code: str, detail: str, **more: Any) -> dict[str, Any]:
    kind = f"urn:problem-type:onrecord:{code}"
    return {"type": kind, "title": title, "status": status, "detail": detail, "code": code, **more}


_UNKNOWN = "There is no such parameter here. Known are: count, cursor, format, ordering, page_size."
PROBLEMS: Mapping[str, Any] = MappingProxyType(
    {
        "400": _refuse(
            *(400, "Bad Request", "invalid_input", f"unti: {_UNKNOWN}"),
            errors=[{"field": "unti", "code": "unknown_parameter", "detail": _UNKNOWN}],
        ),
        "401": _refuse(401, "Unauthorized", "token_revoked", "The token was revoked: ask for a new one."),
        "403": _refuse(
            403, "Forbidden", "scope_too_small", "The token's scope is “read”; this needs “review”."
        ),
        "404": _refuse(404, "Not Found", "not_found", "Not found."),
        "409": _refuse(
            *(409, "Conflict", "illegal_move"),
            "The claim is accepted: it cannot be moved by “accept”, only by “reopen”.",
        ),
        "412": _refuse(
            *(412, "Precondition Failed", "stale"),
            "The row has changed since you read it: name was “Gazette”, is “Harbour Gazette”. "
            "Nothing was saved; read it again.",
            changes={"name": {"before": "Gazette", "after": "Harbour Gazette"}},
        ),
        "413": _refuse(
            *(413, "Request Entity Too Large", "body_too_large"),
            "The body has 12,000,000 bytes, more than the limit of 10,485,760: send it in parts.",
        ),
        "415": _refuse(
            *(415, "Unsupported Media Type", "unsupported_media_type"),
            "Unsupported media type “text/xml” in request. Send application/json.",
        ),
        "422": _refuse(
            *(422, "Unprocessable Entity", "idempotency_key_reused"),
            "This Idempotency-Key was used for another request: take a new key for each request.",
        ),
        "428": _refuse(
            *(428, "Precondition Required", "precondition_required"),
            "Say which state you change: send If-Match with the ETag that the row was read with.",
        ),
        "429": _refuse(
            429, "Too Many Requests", "throttled", "Request was throttled. Expected available in 12 seconds."
        ),
        "503": _refuse(
            *(503, "Service Unavailable", "took_too_long"),
            "The database worked too long on this and was stopped; nothing was changed. Ask for less: narrow "
            "the list down by more filters, or leave out what it is sorted or counted by.",
        ),
    }
)


def add_examples(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Give every operation of the schema the examples that it has not of its own."""
    for methods in result["paths"].values():
        for operation in methods.values():
            _show_parameters(operation)
            for content, example in _list_contents(operation):
                if example is not None and not content.keys() & {"example", "examples"}:
                    content["example"] = example
    return result


def _show_parameters(operation: Mapping[str, Any]) -> None:
    """What is given in the address and the headers."""
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            parameter.setdefault("description", ROW_ID)
            parameter.setdefault("example", find_id(operation["operationId"]))
        elif parameter["name"] in PARAMETERS and not _has_example(parameter):
            parameter["example"] = PARAMETERS[parameter["name"]]


def _has_example(parameter: Mapping[str, Any]) -> bool:
    known = {**parameter["schema"], **parameter}
    return bool(known.keys() & {"example", "examples", "enum"})


def find_id(operation_id: str) -> str:
    """The id of the made-up row that an operation is about."""
    plural = operation_id.split("_", maxsplit=1)[0]
    name = plural.removesuffix("s").capitalize()
    return str(rows.ROWS[name]["id"])


def _list_contents(operation: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """Each body and answer of an operation with its example, None where there is none."""
    for content in operation.get("requestBody", {}).get("content", {}).values():
        yield content, BODIES.get(_name(content))
    for status, answer in operation["responses"].items():
        for kind, content in answer.get("content", {}).items():
            yield content, PROBLEMS.get(status) if kind == PROBLEM_TYPE else find_answer(_name(content))


def _name(content: Mapping[str, Any]) -> str:
    """The component that a content has; "" for one without a name."""
    return str(content.get("schema", {}).get("$ref", "")).removeprefix(REFERENCE)


def find_answer(component: str) -> Any:
    """What an answer looks like: a row, or a page of one row."""
    start, end = PAGINATED
    if component.startswith(start):
        row = rows.ROWS[component.removeprefix(start).removesuffix(end)]
        return {"next": None, "previous": None, "results": [row]}
    return rows.ROWS.get(component)
