"""Clients that take too long to send a request."""

import socket
import time
from collections.abc import Iterator

import pytest

from config.serving.patience import SLOWEST, PatientSocket


@pytest.fixture
def ends() -> Iterator[tuple[PatientSocket, socket.socket]]:
    """The server's end of a connection, whose patience is short, and the client's."""
    server, client = socket.socketpair()
    patient = PatientSocket.take(server)
    patient.patience = 0.2
    patient.begin()
    with patient, client:
        yield patient, client


def test_what_comes_in_time_is_read(ends: tuple[PatientSocket, socket.socket]) -> None:
    server, client = ends
    client.sendall(b"GET / HTTP/1.1")

    assert server.recv(3) + server.recv(100) == b"GET / HTTP/1.1"


def test_what_is_late_is_the_end_and_nothing_comes_behind_it(
    ends: tuple[PatientSocket, socket.socket],
) -> None:
    server, client = ends
    client.sendall(b"GET /")
    assert server.recv(100) == b"GET /"

    assert server.recv(100) == b""
    client.sendall(b"POST / HTTP/1.1")
    server.begin()
    assert server.recv(100) == b""


def test_bytes_that_come_a_few_at_a_time_do_not_buy_much_time(
    ends: tuple[PatientSocket, socket.socket],
) -> None:
    server, client = ends
    began = time.monotonic()

    while True:
        client.sendall(b"x")
        if not server.recv(1):
            break
        time.sleep(0.02)

    assert time.monotonic() - began < 2


def test_many_bytes_buy_the_time_that_they_take(ends: tuple[PatientSocket, socket.socket]) -> None:
    server, client = ends
    client.sendall(b"x" * SLOWEST)
    for _ in range(10):
        server.recv(SLOWEST // 10, socket.MSG_WAITALL)

    time.sleep(0.4)
    client.sendall(b"y")
    assert server.recv(1) == b"y"


def test_a_limit_that_the_server_sets_itself_holds(ends: tuple[PatientSocket, socket.socket]) -> None:
    server, _ = ends
    server.settimeout(0.01)

    with pytest.raises(TimeoutError):
        server.recv(1)
