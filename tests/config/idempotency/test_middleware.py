"""Requests that are sent twice and done once."""

import threading
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone
from rest_framework.test import APIClient

from config.access.models import Token
from config.idempotency.models import KeptAnswer, take_key
from sources.models import Publisher, Source
from tests.builders import make_claim, make_token, make_user
from tests.racing import run_at_once

PUBLISHERS = "/api/v1/publishers/"


def log_in(person: User) -> APIClient:
    """A client with a token of that person."""
    client = APIClient(HTTP_IF_MATCH="*")
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {make_token(person)}")
    return client


@pytest.fixture
def boss(db: None) -> User:
    return User.objects.create_superuser("boss")


@pytest.fixture
def client(boss: User) -> APIClient:
    return log_in(boss)


def post(client: APIClient, body: Any, *, key: str = "a1", path: str = PUBLISHERS, **options: Any) -> Any:
    return client.post(path, body, headers={"idempotency-key": key}, **options)


def test_request_sent_again_is_answered_again_and_not_done_again(client: APIClient) -> None:
    first = post(client, {"name": "Gazette"})
    again = post(client, {"name": "Gazette"})

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    for header in ("Content-Type", "Location", "ETag"):
        assert again[header] == first[header]
    assert again["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first
    assert Publisher.objects.count() == 1


def test_move_sent_again_is_no_second_move(client: APIClient) -> None:
    claim = make_claim()
    path = f"/api/v1/claims/{claim.uid}/accept/"

    first, again = (post(client, {}, path=path) for _ in range(2))

    assert (first.status_code, again.status_code, again.json()) == (200, 200, first.json())
    assert claim.reviews.count() == 1


@pytest.mark.parametrize(
    ("body", "path"), [({"name": "Other"}, PUBLISHERS), ({"name": "Gazette"}, "/api/v1/speakers/")]
)
def test_key_of_another_request_is_refused(client: APIClient, body: dict[str, str], path: str) -> None:
    post(client, {"name": "Gazette"})

    answer = post(client, body, path=path)

    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert answer["Content-Type"] == "application/problem+json"
    assert Publisher.objects.count() == 1


def test_refused_request_may_be_mended_under_its_key(client: APIClient) -> None:
    refused = post(client, {"nme": "Gazette"})
    mended = post(client, {"name": "Gazette"})

    assert (refused.status_code, mended.status_code) == (400, 201)
    assert KeptAnswer.objects.count() == 1


def test_keys_are_of_a_person_whatever_the_token(client: APIClient, boss: User) -> None:
    post(client, {"name": "Gazette"})

    own = post(log_in(boss), {"name": "Gazette"})
    others = post(log_in(User.objects.create_superuser("other")), {"name": "Tribune"})

    assert (own["Idempotency-Replayed"], others.status_code) == ("true", 201)


def test_key_is_free_again_after_its_time(client: APIClient) -> None:
    post(client, {"name": "Gazette"})
    KeptAnswer.objects.update(created_at=timezone.now() - timedelta(hours=24, seconds=1))

    assert post(client, {"name": "Tribune"}).status_code == 201
    assert KeptAnswer.objects.count() == 1


def test_form_with_another_boundary_is_the_same_request(client: APIClient) -> None:
    def send(boundary: str) -> Any:
        form = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n'
            f"Content-Type: text/plain\r\n\r\nThere were 12 ships.\r\n--{boundary}--\r\n"
        )
        media_type = f"multipart/form-data; boundary={boundary}"
        return post(client, form.encode(), path="/api/v1/sources/", content_type=media_type)

    first, again = send("abc"), send("xyz")

    assert (first.status_code, again["Idempotency-Replayed"]) == (201, "true")
    assert Source.objects.count() == 1


@pytest.mark.parametrize("key", ["", "two words", "ü", "x" * 256])
def test_key_that_is_none_is_refused(client: APIClient, key: str) -> None:
    answer = client.post(PUBLISHERS, {"name": "Gazette"}, HTTP_IDEMPOTENCY_KEY=key)

    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_invalid")
    assert not Publisher.objects.exists()


def test_who_may_not_is_told_so_and_nothing_is_kept(client: APIClient) -> None:
    reader = log_in(make_user("reader"))
    stranger = APIClient()
    post(client, {"name": "Gazette"})
    Token.objects.get(user__username="boss").revoke(by=None)

    assert post(reader, {"name": "Tribune"}).status_code == 403
    assert post(stranger, {"name": "Tribune"}).status_code == 401
    assert post(client, {"name": "Gazette"}).status_code == 401
    assert KeptAnswer.objects.count() == 1


def test_session_with_its_csrf_token_may_send_again_too(boss: User) -> None:
    browser = APIClient()
    browser.force_login(boss)

    first, again = (post(browser, {"name": "Gazette"}) for _ in range(2))

    assert (first.status_code, again["Idempotency-Replayed"]) == (201, "true")


@pytest.mark.usefixtures("committed")
def test_key_in_use_is_told(boss: User) -> None:
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        try:
            with_key(boss, held, done)
        finally:
            connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    answer = post(log_in(boss), {"name": "Gazette"})
    done.set()
    thread.join()

    assert (answer.status_code, answer.json()["code"], answer["Retry-After"]) == (
        409,
        "idempotency_in_progress",
        "1",
    )
    assert post(log_in(boss), {"name": "Gazette"}).status_code == 201


def with_key(person: User, held: threading.Event, done: threading.Event) -> None:
    """Hold the key as a request does that is being answered."""
    with transaction.atomic():
        assert take_key(person, "a1")
        held.set()
        done.wait()


@pytest.mark.usefixtures("committed")
def test_many_at_once_are_done_once(boss: User) -> None:
    clients = [log_in(boss) for _ in range(8)]

    answers = run_at_once(*(partial(post, client, {"name": "Gazette"}) for client in clients))

    assert Publisher.objects.count() == 1
    assert {answer.status_code for answer in answers} <= {201, 409}
    done = [answer for answer in answers if answer.status_code == 201]
    assert len({answer.content for answer in done}) == 1
    assert len([answer for answer in done if "Idempotency-Replayed" not in answer]) == 1
