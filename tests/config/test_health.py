"""What watches over the application is told."""

import pytest
from django.db import connection
from django.test import Client

from config.health import find_unapplied

LAST = ("claims", "0012_how_it_is_stated")


def test_a_process_lives_without_a_database() -> None:
    answer = Client().get("/health/live")

    assert (answer.status_code, answer.json()) == (200, {"status": "live"})
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_with_its_database_up_to_date_it_is_ready() -> None:
    answer = Client().get("/health/ready")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ready", "database": "reached", "migrations": "applied"}


@pytest.mark.django_db
def test_a_missing_migration_is_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE (app, name) = (%s, %s)", LAST)

    answer = Client().get("/health/ready")

    assert find_unapplied() == [LAST]
    assert (answer.status_code, answer.json()["code"]) == (503, "migrations_missing")
    assert "claims.0012_how_it_is_stated" in answer.json()["detail"]
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Retry-After"] == "5"


def test_health_is_only_read() -> None:
    assert Client().post("/health/live").status_code == 405
