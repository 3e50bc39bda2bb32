"""The policy that pages have in a real browser: nothing of theirs is missing, nothing of others runs."""

from django.contrib.auth.models import User

from tests.browser.conftest import LogIn
from tests.browser.pages import PAGES, make_record

INJECTED = """() => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.body.append(script);
    const image = document.createElement("div");
    image.innerHTML = '<img src="data:," onerror="window.injected = true">';
    document.body.append(image);
}"""


def test_no_page_asks_for_what_its_policy_forbids(log_in: LogIn, administrator: User) -> None:
    page = log_in(administrator)
    refused: list[str] = []
    page.on(
        "console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None
    )
    make_record()

    for name, locate in PAGES.items():
        page.goto(locate(), wait_until="load")
        assert (name, refused) == (name, [])


def test_a_script_that_got_into_a_page_does_not_run(log_in: LogIn, administrator: User) -> None:
    page = log_in(administrator)
    page.goto("/admin/")

    with page.expect_console_message(lambda said: "Content Security Policy" in said.text):
        page.evaluate(INJECTED)
    page.wait_for_timeout(200)

    assert page.evaluate("() => window.injected") is None
