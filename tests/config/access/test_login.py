"""How often a password may be guessed at the admin's login."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from config.access.login import tell_wait
from tests.builders import make_user
from tests.racing import run_at_once

LOGIN = "/admin/login/"
RIGHT = "a long enough phrase"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rosa(db: None, settings: Settings) -> None:
    """Somebody with a password; two wrong ones are allowed."""
    settings.ONRECORD_THROTTLE_LOGIN = "2/day"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a test has no time
    person = make_user("rosa", is_staff=True)
    person.set_password(RIGHT)
    person.save()


def log_in(password: str, name: str = "rosa", **meta: Any) -> Any:
    """The answer to a try."""
    return Client(**meta).post(LOGIN, {"username": name, "password": password})


def test_behind_too_many_wrong_passwords_none_is_looked_at() -> None:
    assert [log_in("wrong").status_code for _ in range(2)] == [200, 200]

    refused = log_in(RIGHT)

    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 86400
    assert "Too many wrong passwords: try again in" in refused.content.decode()
    assert "_auth_user_id" not in refused.client.session


def test_right_passwords_are_not_counted() -> None:
    assert [log_in(RIGHT).status_code for _ in range(5)] == [302] * 5
    assert [log_in("wrong").status_code for _ in range(3)] == [200, 200, 429]


def test_another_address_is_not_locked_out() -> None:
    for _ in range(3):
        log_in("wrong")

    assert log_in(RIGHT, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_case_of_a_name_is_no_way_around() -> None:
    assert [log_in("wrong", name).status_code for name in ("rosa", "Rosa", "ROSA")] == [200, 200, 429]


def test_many_names_from_one_address_are_counted_together() -> None:
    statuses = [log_in("wrong", f"person-{number}").status_code for number in range(21)]

    assert statuses == [200] * 20 + [429]


def test_neighbours_in_a_network_of_ipv6_are_counted_together() -> None:
    statuses = [log_in("wrong", REMOTE_ADDR=f"2001:db8::{number}").status_code for number in range(3)]

    assert statuses == [200, 200, 429]
    assert log_in("wrong", REMOTE_ADDR="2001:db8:0:1::1").status_code == 200


def test_an_empty_name_or_password_is_answered_by_the_form() -> None:
    answer = Client().post(LOGIN, {"username": "", "password": ""})

    assert answer.status_code == 200
    assert "This field is required" in answer.content.decode()


def test_no_rate_is_no_limit(settings: Settings) -> None:
    settings.ONRECORD_THROTTLE_LOGIN = ""

    assert [log_in("wrong").status_code for _ in range(4)] == [200] * 4


@pytest.mark.usefixtures("committed")
def test_tries_at_once_are_no_more_than_one_after_the_other(rosa: None) -> None:
    answers = run_at_once(*[lambda: log_in("wrong")] * 6)

    assert sorted(answer.status_code for answer in answers) == [200, 200, 429, 429, 429, 429]


def test_a_thousand_others_do_not_make_anybody_forgotten() -> None:
    log_in("wrong")
    log_in("wrong")
    for number in range(1000):
        cache.add(f"throttle:address-10.0.{number // 250}.{number % 250}:1", 1)

    assert log_in("wrong").status_code == 429


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "in a minute"), (60, "in a minute"), (61, "in 2 minutes")]
)
def test_wait_is_told_in_words(seconds: int, words: str) -> None:
    assert tell_wait(seconds) == words
