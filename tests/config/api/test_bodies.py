"""Bodies that are too large, of unknown length, not there as a whole, or of the wrong kind."""

import socket
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings
from rest_framework.test import APIClient

from claims.models import Claim
from sources.models import Publisher, Snapshot, Source
from tests.builders import make_claim, make_member, make_token
from tests.clients import call_as

TOO_LARGE = "What was sent has {} bytes, more than the limit of 1,000: send it in parts."


@pytest.fixture
def editor(db: None) -> User:
    return make_member("editor")


@pytest.fixture
def client(editor: User) -> APIClient:
    return call_as(editor, HTTP_IF_MATCH="*")


def test_body_that_is_too_large_is_refused(client: APIClient, settings: Settings) -> None:
    settings.ONRECORD_MAX_BODY_BYTES = 1000

    fits = client.post("/api/v1/publishers/", {"name": "Gazette"})
    answer = client.post("/api/v1/publishers/", {"name": "x" * 1000})

    assert fits.status_code == 201
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"] == TOO_LARGE.format("1,011")  # {"name":"..."} around the thousand


def test_form_that_is_too_large_is_refused_whoever_sends_it(settings: Settings) -> None:
    settings.ONRECORD_MAX_BODY_BYTES = 1000
    file = SimpleUploadedFile("large.bin", b"x" * 1000)

    answer = APIClient().post("/admin/login/", {"file": file}, format="multipart")

    assert answer.status_code == 413
    assert TOO_LARGE.format(f"{int(answer.wsgi_request.META['CONTENT_LENGTH']):,}") in answer.content.decode()


def test_limit_is_ten_megabytes_and_a_text_has_five(settings: Settings) -> None:
    assert settings.ONRECORD_MAX_BODY_BYTES == settings.DATA_UPLOAD_MAX_MEMORY_SIZE == 10 * 1024 * 1024
    assert settings.ONRECORD_MAX_TEXT_BYTES == 5 * 1024 * 1024


def test_body_of_unknown_length_is_refused(client: APIClient) -> None:
    answer = client.post("/api/v1/publishers/", {"name": "A"}, HTTP_TRANSFER_ENCODING="chunked")

    assert (answer.status_code, answer.json()["code"]) == (411, "length_required")


@pytest.mark.parametrize("coding", ["gzip", "deflate, gzip", "Br"])
def test_compressed_body_is_refused_for_what_it_is(client: APIClient, coding: str) -> None:
    answer = client.post("/api/v1/publishers/", {"name": "A"}, HTTP_CONTENT_ENCODING=coding)

    assert (answer.status_code, answer.json()["code"]) == (415, "content_coding_unknown")
    assert answer["Accept-Encoding"] == "identity"
    assert not Publisher.objects.exists()


def test_body_that_is_said_to_be_plain_is_taken(client: APIClient) -> None:
    answer = client.post("/api/v1/publishers/", {"name": "A"}, HTTP_CONTENT_ENCODING="identity")

    assert answer.status_code == 201


@pytest.mark.parametrize(
    ("body", "media_type", "status", "code"),
    [
        (b'{"reason": ', "application/json", 400, "parse_error"),
        (b"[" * 10_000, "application/json", 400, "parse_error"),
        (b'{"reason":' * 10_000 + b"1" + b"}" * 10_000, "application/json", 400, "parse_error"),
        (b'{"reason": "a", "reason": "b"}', "application/json", 400, "parse_error"),
        (b'{"reason": NaN}', "application/json", 400, "parse_error"),
        (b'{"reason": Infinity}', "application/json", 400, "parse_error"),
        (b'{"reason": ' + b"9" * 5000 + b"}", "application/json", 400, "parse_error"),
        (b'{"reason": 1e999999999}', "application/json", 400, "invalid_input"),
        (b'{"reason": "\\u0000"}', "application/json", 400, "invalid_input"),
        (b'{"reason": "\\udfff"}', "application/json", 400, "invalid_input"),
        (b'{"\\udfff": 1}', "application/json", 400, "parse_error"),
        ('{"reason": "é"}'.encode("latin-1"), "application/json", 400, "parse_error"),
        ('{"reason": "e"}'.encode("utf-16"), "application/json", 400, "parse_error"),
        (b'{"reason": "e"}', "application/json; charset=utf-7", 200, None),
        (b'"reason"', "application/json", 400, "invalid_input"),
        (b"null", "application/json", 400, "invalid_input"),
        (b"{}", "text/json", 415, "unsupported_media_type"),
        (b"{}", "nonsense", 415, "unsupported_media_type"),
        (b"<a/>", "application/xml", 415, "unsupported_media_type"),
        (b"a=b", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
        (b"--x\r\n", "multipart/form-data; boundary=x", 415, "unsupported_media_type"),
    ],
)  # fmt: skip
def test_body_that_is_not_as_it_should_be_changes_nothing(
    client: APIClient, body: bytes, media_type: str, status: int, code: str | None
) -> None:
    claim = make_claim()

    answer = client.post(f"/api/v1/claims/{claim.uid}/accept/", body, content_type=media_type)

    assert answer.status_code == status
    if code is not None:
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["code"] == code
        assert Claim.objects.get().version == 1


@pytest.mark.parametrize(
    "body",
    [
        b"--x\r\nnonsense",
        b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n12 ships\r\n--x--\r\n',
        b"",
    ],
)
def test_form_that_cannot_be_read_leaves_nothing(client: APIClient, body: bytes) -> None:
    answer = client.post("/api/v1/sources/", body, content_type="multipart/form-data; boundary=x")

    assert answer.status_code == 400
    assert not Source.objects.exists()


def send_raw(server: Any, head: list[str], body: bytes) -> bytes:
    """What a server answers to a client that sends this and then hangs up."""
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall("\r\n".join([*head, "", ""]).encode() + body)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while part := connection.recv(65536):
            answer += part
    return answer


FORM = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nThere were 12 ships'


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/json", b'{"text": "There were 12 ships."}'),
        ("multipart/form-data; boundary=x", FORM),
        ("multipart/form-data; boundary=x", FORM + b" and 5 boats.\r\n--x--\r\n"),
    ],
)
def test_upload_of_a_client_that_hangs_up_leaves_nothing(
    live_server: Any, media_type: str, body: bytes
) -> None:
    person = User.objects.create_superuser("boss")
    head = [
        "POST /api/v1/sources/ HTTP/1.1",
        "Host: localhost",
        f"Authorization: Bearer {make_token(person)}",
        f"Content-Type: {media_type}",
        f"Content-Length: {len(body) + 10}",
        "Connection: close",
    ]

    answer = send_raw(live_server, head, body)

    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b'"body_incomplete"' in answer
    assert (Source.objects.count(), Snapshot.objects.count()) == (0, 0)
