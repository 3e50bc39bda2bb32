"""The icon in the browser's tab, which browsers ask for where no page names one."""

import re

import pytest
from django.test import Client

from claims.roles import ROLES
from tests.builders import make_person
from tests.clients import browse_as

ICON = "/static/claims/icon.svg"


def test_browser_that_asks_for_an_icon_gets_one() -> None:
    answer = Client().get("/favicon.ico", follow=True)

    assert answer.redirect_chain == [(ICON, 302)]
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml"
    assert b"".join(answer).startswith(b"<svg")


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/admin/login/", "/admin/", "/admin/claims/claim/"])
def test_page_of_the_admin_names_the_icon(page: str) -> None:
    client = Client() if "login" in page else browse_as(make_person(*ROLES["editor"], is_staff=True))

    assert list_icons(client.get(page).content.decode()) == [ICON]


@pytest.mark.django_db
def test_page_of_the_schema_names_the_icon() -> None:
    assert list_icons(Client().get("/api/v1/docs/").content.decode()) == ["/favicon.ico"]


def list_icons(page: str) -> list[str]:
    """The addresses of the icons that a page names."""
    links = re.findall(r"<link\b[^>]*>", page)
    return [
        address for link in links if 'rel="icon"' in link for address in re.findall('href="([^"]+)"', link)
    ]
