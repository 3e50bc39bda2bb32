"""A real browser in front of the application; its tests are skipped where the machine has none."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from playwright._impl._api_structures import SetCookieParam
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from claims.roles import ROLES
from tests.builders import make_person, make_user
from tests.clients import browse_as

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",  # it cannot have one as root, and it sees nothing but our own pages
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 20_000
"""Milliseconds until what a test waits for counts as missing: a busy machine is slow, not wrong."""

LogIn = Callable[..., Page]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window, one for all tests of this folder."""
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        pytest.skip("no chromium on this machine")
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright's synchronous calls run an event loop in this thread, and Django takes every query of
        # the test's own for one made inside a coroutine. None is: so it is told, while the loop runs.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def log_in(browser: Browser, live_server: LiveServer, committed: None) -> Iterator[LogIn]:
    """Opens a window in which a person has logged in; each has cookies of its own, as on another machine.

    Takes the options of Playwright's `new_context`. A script that fails in any window fails the test.
    """
    contexts: list[BrowserContext] = []
    failures: list[str] = []

    def note_failure(error: Error) -> None:
        failures.append(str(error))

    def open_window(user: User, **options: Any) -> Page:
        options = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", **options}
        context = browser.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(PATIENCE)
        context.add_cookies([make_session(user, live_server.url)])
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", note_failure)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not failures


def make_session(user: User, address: str) -> SetCookieParam:
    """The cookie of a session in which the person has logged in."""
    client = browse_as(user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": address}


@pytest.fixture
def editor(committed: None) -> User:
    """A person with the role of an editor, by permissions: emptying the database takes the groups along."""
    return make_person(*ROLES["editor"], username="rosa", is_staff=True)


@pytest.fixture
def administrator(committed: None) -> User:
    """A person who may open every page, those of tokens too."""
    return make_user("administrator", is_staff=True, is_superuser=True)
