"""The sidebar: what there is, in the order of the work."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

from claims.roles import REVIEW_CLAIM

Link = tuple[str, str, str, str]
"""What it is called, its icon in the Material symbols, application and model."""

GROUPS: dict[str, list[Link]] = {
    "Review": [
        ("Claims", "fact_check", "claims", "claim"),
        ("Second passes", "visibility_off", "claims", "secondpass"),
        ("Assignments", "assignment_ind", "claims", "assignment"),
    ],
    "Sources": [
        ("Publishers", "apartment", "sources", "publisher"),
        ("Sources", "article", "sources", "source"),
        ("Snapshots", "photo_camera", "sources", "snapshot"),
        ("Sentences", "notes", "sources", "sentence"),
    ],
    "Record": [
        ("Figures", "tag", "claims", "figure"),
        ("Speakers", "record_voice_over", "claims", "speaker"),
        ("Subjects", "place", "claims", "subject"),
        ("Statistics", "query_stats", "claims", "statistic"),
        ("Reviews", "history", "claims", "review"),
        ("Verdicts", "gavel", "claims", "verdict"),
        ("Evidence", "attach_file", "claims", "evidence"),
        ("Harvests", "agriculture", "claims", "harvest"),
    ],
    "People": [
        ("Users", "person", "auth", "user"),
        ("Groups", "group", "auth", "group"),
        ("API tokens", "key", "access", "token"),
    ],
}


def list_links(request: HttpRequest) -> list[dict[str, Any]]:
    """The groups with the links that this person may follow, as the look wants them."""
    groups = []
    for title, links in GROUPS.items():
        items = [_describe(link) for link in links if _may_view(request, link)]
        if title == "Review" and request.user.has_perm(REVIEW_CLAIM):
            items.insert(0, {"title": "Review desk", "icon": "rate_review", "link": reverse("desk:open")})
        if items:
            groups.append({"title": title, "separator": True, "items": items})
    return groups


def locate_styles(_request: HttpRequest) -> str:
    """The address of the style sheet of texts, marks and the claim's page."""
    return static("claims/admin.css")


def locate_labels(_request: HttpRequest) -> str:
    """The address of the script that names boxes after their labels."""
    return static("claims/labels.js")


def locate_icon(_request: HttpRequest) -> str:
    """The address of the icon in the browser's tab."""
    return static("claims/icon.svg")


def _describe(link: Link) -> dict[str, Any]:
    """A link as the look wants it."""
    title, icon, app, model = link
    return {"title": title, "icon": icon, "link": reverse(f"admin:{app}_{model}_changelist")}


def _may_view(request: HttpRequest, link: Link) -> bool:
    """Whether the person may see the rows of the link's model."""
    _, _, app, model = link
    return any(request.user.has_perm(f"{app}.{right}_{model}") for right in ("view", "change"))
