"""Rows that people name, such as publishers and speakers: made, changed and deleted by permission."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Model, ProtectedError
from django.http import Http404
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from sources.api.needs import Need, Scope
from sources.api.problems import BODY_PROBLEMS, CHANGE_PROBLEMS, IF_MATCH, describe_answers, describe_problems
from sources.api.tags import answer_row, check_expected
from sources.models.uses import Use, find_uses

_View = TypeVar("_View", bound=type[GenericViewSet[Any]])


class AlreadyThere(APIException):  # as DRF names its own
    """Somebody else made such a row at the same moment."""

    status_code = HTTPStatus.CONFLICT
    default_code = "already_there"
    default_detail = "Somebody has just made such a row: look for it."


class InUse(APIException):
    """What other rows refer to stays."""

    status_code = HTTPStatus.CONFLICT
    default_code = "in_use"
    default_detail = "Somebody has just made rows that refer to it: it stays while they do."

    def __init__(self, uses: Sequence[Use] = ()) -> None:
        """Say how many rows refer to it, and name a few."""
        told = " and ".join(map(str, uses))
        super().__init__(f"It is referred to by {told}: it stays while they do." if uses else None)
        self.members = {"uses": [describe_use(use) for use in uses]} if uses else {}


def describe_use(use: Use) -> dict[str, Any]:
    """A use as a problem tells it."""
    return {
        "rows": use.rows,
        "number": use.number,
        "has_more": use.has_more,
        "examples": [str(uid) for uid in use.shown],
    }


def need_permissions(model: str) -> dict[str, Need]:
    """What making, changing and deleting rows of a model needs; the model as `app.model`."""
    app, name = model.split(".")
    return {
        action: Need(scope=Scope.ADMIN, permission=f"{app}.{right}_{name}")
        for action, right in (("create", "add"), ("partial_update", "change"), ("destroy", "delete"))
    }


class WritesRows(GenericViewSet[Any]):
    """Makes, changes and deletes rows; a change says which state of the row it is of."""

    change_serializer_class: type[serializers.ModelSerializer[Any]]

    def create(self, request: Request, **_: Any) -> Response:
        """Make a row."""
        return answer_row(self, request, self._save(request), status=HTTPStatus.CREATED)

    def partial_update(self, request: Request, **_: Any) -> Response:
        """Change fields of a row; what is left out stays as it is."""
        with transaction.atomic():
            return answer_row(self, request, self._save(request, self._lock(request)))

    def destroy(self, request: Request, **_: Any) -> Response:
        """Delete a row to which nothing refers."""
        with transaction.atomic():
            standing = self._lock(request)
            uses = list(find_uses(standing))
            if uses:
                raise InUse(uses)
            try:
                standing.delete()
            except ProtectedError as error:  # a row that has come since
                raise InUse from error
        return Response(status=HTTPStatus.NO_CONTENT)

    def _lock(self, request: Request) -> Model:
        """The row, locked and as it was seen."""
        row = self.get_object()
        # Without the lock two people could both change what each of them saw.
        standing: Model | None = type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
        if standing is None:
            raise Http404  # somebody has deleted it since
        check_expected(request, standing)
        return standing

    def _save(self, request: Request, standing: Model | None = None) -> Model:
        """What the body makes of a row; raises ValidationError or AlreadyThere."""
        body = self.change_serializer_class(standing, data=request.data, partial=standing is not None)
        body.is_valid(raise_exception=True)
        try:
            with transaction.atomic():
                saved: Model = body.save()
        except IntegrityError as error:
            raise AlreadyThere from error
        return saved


def describe_writing(
    singular: str,
    row: type[serializers.BaseSerializer[Any]],
    change: type[serializers.BaseSerializer[Any]],
    *,
    creates: bool = True,
) -> Callable[[_View], _View]:
    """Give a view's create, partial update and delete their place in the schema."""
    create = extend_schema(
        summary=f"Make {singular}",
        request=change,
        responses=describe_answers(row, *BODY_PROBLEMS, status=HTTPStatus.CREATED),
    )
    update = extend_schema(
        summary=f"Change {singular}",
        request=change,
        parameters=[IF_MATCH],
        responses=describe_answers(row, *CHANGE_PROBLEMS),
    )
    delete = extend_schema(
        summary=f"Delete {singular} to which nothing refers",
        parameters=[IF_MATCH],
        responses={HTTPStatus.NO_CONTENT.value: None, **describe_problems(*CHANGE_PROBLEMS)},
    )

    def describe(view: _View) -> _View:
        methods = {"partial_update": update, "destroy": delete, **({"create": create} if creates else {})}
        decorated: _View = extend_schema_view(**methods)(view)
        return decorated

    return describe
