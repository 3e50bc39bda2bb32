"""What a browser sends to the claim's page and to the desk."""

from typing import Any

from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from claims.admin.claim_form import CONTEXT_FIELDS, VALUE_FIELDS, ClaimForm
from claims.models import Claim


def locate(claim: Claim, query: str = "") -> str:
    """The address of a claim's page at the desk."""
    return reverse("desk:claim", args=[claim.pk]) + query


def decide(client: Client, claim: Claim, action: str, *, query: str = "", **fields: Any) -> Any:
    """Press a button of the claim's page, as it was read."""
    fields = {"action": action, "seen_version": claim.version, **fields}
    return client.post(locate(claim, query), fields)


def fill(claim: Claim, **typed: Any) -> dict[str, Any]:
    """The edit form as a browser sends it: what was shown, and some fields typed anew."""
    form = ClaimForm(instance=claim)
    fields = {}
    for name in (*VALUE_FIELDS, *CONTEXT_FIELDS):
        shown = form[name].value()
        shown = "" if shown is None else shown
        fields[f"initial-{name}"] = str(shown)
        if shown is not False:
            fields[name] = "on" if shown is True else str(shown)
    return {**fields, **typed}


def tell(answer: Any) -> str:
    """The messages that the next page shows."""
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))
