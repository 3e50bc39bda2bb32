"""The codes of problems: each that is raised stands in docs/api.md, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from rest_framework.exceptions import APIException, ValidationError

from claims.errors import ClaimsError
from config import urls
from config.api.errors import DomainProblem, find_status
from config.serving.worker import REFUSALS
from sources.errors import SourcesError
from sources.ingest import UnknownPublisherError

_Error = TypeVar("_Error", bound=Exception)

ROOT = Path(__file__).parents[2]
APPS = ("claims", "sources", "config")

TELLING = {"answer_with_problem", "make_problem", "refuse", "PermissionDenied", "AuthenticationFailed"}
"""What is called with the code of a problem; field errors have codes of their own."""

TOLD_OTHERWISE = {
    APIException,  # only its subclasses are raised
    ValidationError,  # told as invalid_input
    DomainProblem,  # has the code of the error that it tells
    UnknownPublisherError,  # told as the error of its field
}


def list_documented() -> set[tuple[int, str]]:
    """Status and code of every problem in the table of docs/api.md."""
    page = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d{3}) \| ([^|]+) \|", page, re.MULTILINE)
    return {(int(status), code) for status, codes in rows for code in re.findall(r"`(\w+)`", codes)}


def descend(kind: type[_Error]) -> Iterator[type[_Error]]:
    """The project's own and DRF's kinds of an error, whose modules the addresses have loaded."""
    assert urls.urlpatterns
    for child in kind.__subclasses__():
        if child.__module__.split(".")[0] in (*APPS, "rest_framework"):
            yield child
            yield from descend(child)


def list_raised() -> set[tuple[int, str]]:
    """Status and code of every problem that is an error of its own."""
    errors: list[type[ClaimsError] | type[SourcesError]] = [*descend(ClaimsError), *descend(SourcesError)]
    domain = {
        (find_status(kind), kind.code)
        for kind in errors
        if "code" in vars(kind) and kind not in TOLD_OTHERWISE
    }
    views = {
        (kind.status_code, kind.default_code) for kind in descend(APIException) if kind not in TOLD_OTHERWISE
    }
    return domain | views | {(status, code) for status, code, _ in REFUSALS.values()}


def list_written() -> Iterator[str]:
    """Every code with which a problem is told in place."""
    for path in (path for app in APPS for path in (ROOT / app).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in TELLING:
                yield from (
                    str(keyword.value.value)
                    for keyword in node.keywords
                    if keyword.arg == "code" and isinstance(keyword.value, ast.Constant)
                )


def test_every_problem_stands_in_the_table_with_its_status() -> None:
    assert list_raised() - list_documented() == set()


def test_every_code_in_the_table_is_told_somewhere() -> None:
    told = {code for _, code in list_raised()} | set(list_written())

    assert {code for _, code in list_documented()} == told
