"""What a person does at the desk, by keys alone unless named otherwise."""

from playwright.sync_api import Page

from claims.models import Claim


def open_desk(page: Page, query: str = "") -> None:
    """Open the desk and wait until its keys work."""
    page.goto(f"/admin/desk/{query}")
    wait_until_ready(page)


def open_claim(page: Page, claim: Claim) -> None:
    """Open a claim's page at the desk."""
    page.goto(f"/admin/desk/{claim.pk}/")
    wait_until_ready(page)


def wait_until_ready(page: Page) -> None:
    """Wait until the page's keys work."""
    page.wait_for_selector("#desk[data-ready]")


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other; the last of them leads to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])
    wait_until_ready(page)


def tell(page: Page) -> str:
    """What the desk says happened."""
    page.wait_for_selector("#desk-status p")
    return page.inner_text("#desk-status")
