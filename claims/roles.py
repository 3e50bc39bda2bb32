"""Who may do what: the permissions that the models ask for, and the groups that hold them (PURE)."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from claims.errors import NotPermittedError

REVIEW_CLAIM = "claims.review_claim"
CHANGE_CLAIM = "claims.change_claim"
ADD_CLAIM = "claims.add_claim"
GIVE_VERDICT = "claims.give_verdict"
CONFIRM_VERDICT = "claims.confirm_verdict"
DECIDE_FIGURE = "claims.decide_figure"
ADD_SOURCE = "sources.add_source"
ADD_PUBLISHER = "sources.add_publisher"
ASSIGN_WORK = "claims.assign_work"
ASK_SECOND_PASS = "claims.ask_second_pass"  # noqa: S105  # no password: a pass over the claims
RESOLVE_SECOND_PASS = "claims.resolve_second_pass"  # noqa: S105  # as above

WORDS = ("claims.speaker", "claims.subject", "claims.statistic", "sources.publisher", "sources.source")
"""The models whose rows people name, as `app.model`."""

DOINGS: Mapping[str, str] = MappingProxyType(
    {
        REVIEW_CLAIM: "review claims",
        CHANGE_CLAIM: "change claims",
        ADD_CLAIM: "make claims",
        GIVE_VERDICT: "give verdicts",
        CONFIRM_VERDICT: "confirm verdicts",
        DECIDE_FIGURE: "decide about figures",
        ASSIGN_WORK: "assign work",
        ASK_SECOND_PASS: "ask for second passes",
        RESOLVE_SECOND_PASS: "resolve disagreements",
        **{
            f"{word.split('.')[0]}.{action}_{word.split('.')[1]}": f"{action} {word.split('.')[1]}s"
            for word in WORDS
            for action in ("add", "change", "delete")
        },
    }
)
"""The permissions that the models' methods ask for, in words for a refusal."""

_SOURCES = ("publisher", "source", "snapshot", "sentence")
_CLAIMS = ("figure", "claim", "review", "verdict", "evidence", "verdictconfirmation", "harvest",
           "speaker", "subject", "statistic", "lease", "assignment",
           "secondpass", "seconddecision", "resolution")  # fmt: skip


def _name(action: str, models: Iterable[str]) -> frozenset[str]:
    """The permissions for one action on some models, as `app.action_model`."""
    return frozenset(f"{model.split('.')[0]}.{action}_{model.split('.')[1]}" for model in models)


_READER = _name("view", [*(f"sources.{m}" for m in _SOURCES), *(f"claims.{m}" for m in _CLAIMS)])
_REVIEWER = _READER | {REVIEW_CLAIM, CHANGE_CLAIM, ADD_CLAIM, DECIDE_FIGURE, GIVE_VERDICT, CONFIRM_VERDICT}
_EDITOR = (
    _REVIEWER
    | {ASSIGN_WORK, ASK_SECOND_PASS, RESOLVE_SECOND_PASS}
    | _name("add", WORDS)
    | _name("change", WORDS)
)
_ADMINISTRATOR = (
    _EDITOR
    | _name("delete", WORDS)
    | frozenset(
        f"{app}.{action}_{model}"
        for app, model in (("auth", "user"), ("auth", "group"))
        for action in ("view", "add", "change")
    )
    | {"access.view_token", "access.change_token"}
)

ROLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {"reader": _READER, "reviewer": _REVIEWER, "editor": _EDITOR, "administrator": _ADMINISTRATOR}
)
"""The groups that a migration makes, each with all that the one before it may do."""


class Actor(Protocol):
    """A person who acts."""

    def has_perm(self, perm: str) -> bool:
        """Whether the person's groups or own permissions allow it."""
        ...

    def get_username(self) -> str:
        """The name to log in with."""
        ...


def require(by: Actor, permission: str, *, refusal: type[NotPermittedError] = NotPermittedError) -> None:
    """Refuse whom no group allows it; raises the refusal."""
    if not by.has_perm(permission):
        raise refusal(f"{by.get_username()} may not {DOINGS[permission]}; an administrator can allow it.")
