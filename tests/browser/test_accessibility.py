"""What an accessibility checker finds on each page, in the light and in the dark."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page

from tests.browser.conftest import LogIn
from tests.browser.pages import PAGES, make_record

GRAVE = ("serious", "critical")
EVERYTHING = {"resultTypes": ["violations"]}
COLOURS = {**EVERYTHING, "runOnly": ["color-contrast"]}
"""What can differ in the dark."""


def list_faults(page: Page, options: dict[str, Any]) -> list[str]:
    """The serious and critical faults of a page, each with the element that has it."""
    violations: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return [
        f"{fault['id']}: {node['html']}"
        for fault in violations
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]


def test_nothing_grave_is_found_on_any_page(log_in: LogIn, administrator: User) -> None:
    # One window for all of them: each new one would fetch the look's style sheets again.
    page = log_in(administrator)
    make_record()
    faults = {}
    for name, locate in PAGES.items():
        answer = page.goto(locate())
        assert answer is not None
        assert answer.status == 200, name
        in_light = list_faults(page, EVERYTHING)
        # The look reads the system's choice only when a page opens.
        page.evaluate("document.documentElement.classList.add('dark')")
        faults[name] = in_light + list_faults(page, COLOURS)
    assert {name: found for name, found in faults.items() if found} == {}
