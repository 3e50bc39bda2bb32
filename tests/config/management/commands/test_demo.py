"""`manage.py demo` as people run it for the first and the second time."""

import io
import re
import socket

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from claims.models import Claim
from config.serving.server import HOST, is_port_free
from tests.builders import make_claim

pytestmark = pytest.mark.django_db


def run(**options: object) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


def find_password(printed: str) -> str:
    """The password in what was printed."""
    found = re.search(r"password\s+(\S+)", printed)
    assert found is not None
    return found[1]


def test_the_login_that_is_printed_opens_the_admin_and_reviews() -> None:
    password = find_password(run(port=8123))
    client = Client()
    assert client.login(username="reviewer", password=password)
    assert client.get("/admin/claims/claim/").status_code == 200
    claim = Claim.objects.filter(status="proposed").first()
    assert claim is not None
    assert claim.accept(by=User.objects.get(username="reviewer")).to_status == "accepted"


def test_a_second_run_keeps_the_record_and_renews_the_password() -> None:
    first = find_password(run())
    count = Claim.objects.count()
    second = find_password(run())
    assert first != second
    assert Claim.objects.count() == count
    assert not Client().login(username="reviewer", password=first)


def test_a_record_that_is_not_the_demo_is_left_alone() -> None:
    make_claim()
    run()
    assert Claim.objects.count() == 1


def test_the_addresses_that_are_printed_name_the_port() -> None:
    printed = run(port=8123)
    assert f"http://{HOST}:8123/admin/" in printed
    assert f"http://{HOST}:8123/api/v1/" in printed


def test_a_port_that_is_taken_is_refused_before_anything_is_done() -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        assert not is_port_free(port)
        with pytest.raises(
            CommandError, match=f"Port {port} is taken. Choose another: make demo PORT={port + 1}"
        ):
            run(serve=True, port=port)
    assert not User.objects.exists()
