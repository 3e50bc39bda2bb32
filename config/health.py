"""Whether the application lives and may be sent requests, for whatever watches over it; no login."""

from functools import cache
from http import HTTPStatus

from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.outages import CODE, DETAIL, RETRY_AFTER
from config.problems import answer_with_problem


@require_safe
@never_cache
def answer_live(request: HttpRequest) -> HttpResponse:
    """Say that the process answers, whatever the database does."""
    return JsonResponse({"status": "live"})


@require_safe
@never_cache
def answer_ready(request: HttpRequest) -> HttpResponse:
    """Say that the database is reached and up to date, or which of the two it is not."""
    try:
        missing = find_unapplied()
    except Error:
        return _refuse(CODE, DETAIL)
    if missing:
        names = ", ".join(f"{app}.{name}" for app, name in missing)
        return _refuse("migrations_missing", f"Run manage.py migrate; not applied yet: {names}.")
    return JsonResponse({"status": "ready", "database": "reached", "migrations": "applied"})


def find_unapplied() -> list[tuple[str, str]]:
    """The migrations, as (app, name), that the database has not had; raises a database error."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(list_migrations() - applied.keys())


@cache
def list_migrations() -> frozenset[tuple[str, str]]:
    """Every migration that this installation brings; files do not change under a running process."""
    return frozenset(MigrationLoader(None).graph.nodes)


def _refuse(code: str, detail: str) -> HttpResponse:
    response = answer_with_problem(HTTPStatus.SERVICE_UNAVAILABLE, code=code, detail=detail)
    response["Retry-After"] = str(RETRY_AFTER)
    return response
