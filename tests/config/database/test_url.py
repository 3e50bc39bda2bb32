"""Reading and writing DATABASE_URL."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.database.url import format_database_url, parse_database_url

READABLE = [
    (
        "postgresql://ann:pw@db.example:6432/facts",
        {
            "NAME": "facts",
            "USER": "ann",
            "PASSWORD": "pw",
            "HOST": "db.example",
            "PORT": "6432",
            "OPTIONS": {},
        },
    ),
    (
        "postgres://db.example/facts",
        {"NAME": "facts", "USER": "", "PASSWORD": "", "HOST": "db.example", "PORT": "", "OPTIONS": {}},
    ),
    (
        "postgresql://a%40b:p%2F%3A%23%25@[::1]:5432/f%20x?sslmode=require&connect_timeout=5",
        {
            "NAME": "f x",
            "USER": "a@b",
            "PASSWORD": "p/:#%",
            "HOST": "::1",
            "PORT": "5432",
            "OPTIONS": {"sslmode": "require", "connect_timeout": "5"},
        },
    ),
    (
        "postgresql:///facts?host=/run/pg&user=ann",
        {
            "NAME": "facts",
            "USER": "ann",
            "PASSWORD": "",
            "HOST": "/run/pg",
            "PORT": "",
            "OPTIONS": {},
        },
    ),
]

UNREADABLE = [
    ("mysql://ann:hushhush@h/n", "does not begin with postgresql://"),
    ("hushhush", "does not begin with postgresql://"),
    ("sqlite:///hushhush", "does not begin with postgresql://"),
    ("postgresql:ann:hushhush@h/n", "two slashes are missing"),
    ("postgresql://ann:hush/hush@h/n", "its port is no number"),
    ("postgresql://ann:hush#hush@h/n", "a # in it"),
    ("postgresql://ann:hushhush@h:70000/n", "its port is no number"),
    ("postgresql://ann:hushhush@h:0/n", "its port is no number"),
    ("postgresql://ann:hushhush@h/", "names no database"),
    ("postgresql://ann:hushhush@h", "names no database"),
    ("postgresql://ann:hush hush@h/n", "blanks"),
    ("postgresql://ann:hushhush@h/n\n", "blanks"),
    ("postgresql://ann:hushhush@[::1/n", "host is no host name"),
    ("postgresql://ann:hush%FFhush@h/n", "no UTF-8"),
    ("postgresql://ann:hush?hush@h/n", "its port is no number"),
]


@pytest.mark.parametrize(("url", "expected"), READABLE)
def test_url_is_taken_apart(url: str, expected: dict[str, object]) -> None:
    assert parse_database_url(url) == expected


@pytest.mark.parametrize(("url", "fault"), UNREADABLE)
def test_unreadable_url_is_explained_without_the_password(url: str, fault: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=fault) as caught:
        parse_database_url(url)

    assert "DATABASE_URL" in str(caught.value)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("host", ["db.example", "::1", "/run/a b", ""])
def test_written_url_reads_back_the_same(host: str) -> None:
    params = {"user": "a:b", "password": "p@/#?% é", "host": host, "port": "6432" if host else ""}

    url = format_database_url("n/a me", params, {"sslmode": "require"})

    assert parse_database_url(url) == {
        "NAME": "n/a me",
        "USER": "a:b",
        "PASSWORD": "p@/#?% é",
        "HOST": host,
        "PORT": params["port"],
        "OPTIONS": {"sslmode": "require"},
    }
