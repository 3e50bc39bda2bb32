"""The project's pages against the project: links, settings, commands and decisions."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]

LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
"""A link to another page or to a heading: the file, or "", and the anchor."""

SETTING = re.compile(r"""env\.\w+\(\s*"([A-Z_]+)""")
"""A variable of the environment that the settings read."""

COMMAND = re.compile(r"manage\.py ([a-z_]+)")


def read(name: str) -> str:
    """A file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def list_anchors(page: Path) -> set[str]:
    """Where links into a page may lead: its headings as GitHub names them, and the places that it names."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    named = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return named | set(re.findall(r'<a id="([^"]+)">', text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for file, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        target = page.parent / file if file else page
        assert target.exists(), file
        assert not anchor or anchor in list_anchors(target), f"{file}#{anchor}"


def test_every_setting_is_told_of_and_no_other() -> None:
    told = re.findall(r"^\| `((?:ONRECORD|DATABASE)_[A-Z_]+)` \|", read("docs/operations.md"), re.MULTILINE)

    assert sorted(told) == sorted(SETTING.findall(read("config/settings.py")))


def test_every_command_that_is_named_exists() -> None:
    named = {name for page in PAGES for name in COMMAND.findall(page.read_text(encoding="utf-8"))}

    assert named <= get_commands().keys()


def test_every_decision_is_listed_under_its_title() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("0*.md"))
    titles = [path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ") for path in decisions]
    listed = [
        f"| {title.split('. ', 1)[0]} | [{title.split('. ', 1)[1]}]({path.name}) |"
        for title, path in zip(titles, decisions, strict=True)
    ]

    assert [line for line in read("docs/decisions/README.md").splitlines() if "](0" in line] == listed
