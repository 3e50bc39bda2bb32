"""What pages tell browsers that they may load and run."""

import re

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("path", "scripts"),
    [
        ("/admin/login/", "'self' 'unsafe-eval'"),
        ("/api/v1/docs/", "'self' 'unsafe-inline'"),
        ("/nowhere", "'self'"),
    ],
)
def test_a_page_names_what_may_run_on_it(path: str, scripts: str) -> None:
    policy = Client().get(path)["Content-Security-Policy"]

    found = dict(part.split(" ", 1) for part in policy.split("; "))
    assert found["script-src"] == scripts
    assert (found["default-src"], found["form-action"]) == ("'self'", "'self'")
    assert {found[name] for name in ("object-src", "base-uri", "frame-ancestors")} == {"'none'"}


@pytest.mark.django_db
def test_a_browsable_page_of_the_api_runs_only_files_of_this_site() -> None:
    page = Client().get("/api/v1/claims/", headers={"accept": "text/html"})

    assert "script-src 'self';" in page["Content-Security-Policy"]
    scripts = re.findall(r"<script([^>]*)>", page.content.decode())
    assert scripts
    assert all('src="/static/' in script or 'type="application/json"' in script for script in scripts)


def test_what_is_no_page_has_no_policy() -> None:
    assert "Content-Security-Policy" not in Client().get("/health/live")
