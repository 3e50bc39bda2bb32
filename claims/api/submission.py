"""Texts that a client puts on the record: as JSON or as a file, with what is known of them."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiRequest, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.parsers import BaseParser
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.serializers.claims import ClaimSerializer
from claims.api.serializers.figures import FigureSerializer
from claims.api.shown import show_claims, show_figures
from claims.models import Claim, Figure
from claims.roles import ADD_PUBLISHER, ADD_SOURCE, require
from claims.submission import Submission, submit
from sources.api.changes import SourceChanges
from sources.api.fields import LanguageTag, ListLink
from sources.api.filter_kinds import is_uuid
from sources.api.needs import Need, Scope
from sources.api.parsing import SinglePartForm, StrictJson
from sources.api.people import find_person
from sources.api.problems import BODY_PROBLEMS, describe_answers
from sources.api.serializers import SnapshotSerializer, SourceSerializer
from sources.api.strict import KnownFields
from sources.api.views import SourceViewSet
from sources.api.writing import WritesRows, describe_writing, need_permissions
from sources.ingest import Ingested, UnknownPublisherError, find_publisher
from sources.models import Publisher, Source
from sources.models.names import validate_name
from sources.readers import list_media_types
from sources.shelf import Description

WHOLE = "; null where there are more than one answer holds (10,000 unless set otherwise)."

EXAMPLE = {
    "text": "The port handled more than 1.2 million containers in 2025, the mayor said.",
    "publisher": "Harbour Gazette",
    "page_url": "https://gazette.example/port",
    "kind": "news",
    "language": "en",
    "published_on": "2026-02-01",
}


class KnownOfText(KnownFields):
    """What is known of a text besides its words; what is left out, null or empty is unknown."""

    publisher = serializers.CharField(
        required=False,
        allow_null=True,
        max_length=200,
        validators=[validate_name],
        help_text="Who put it out: an id, or the exact name.",
    )
    new_publisher = serializers.BooleanField(
        required=False, default=False, help_text="Whether to make the publisher if no other has that name."
    )
    title = serializers.CharField(
        required=False, allow_blank=True, max_length=500, help_text="Its headline unless given."
    )
    page_url = serializers.URLField(
        required=False, allow_blank=True, max_length=2000, help_text="Where the text stands."
    )
    kind = serializers.ChoiceField(Source.Kind.choices, required=False, help_text="What sort of text it is.")
    language = LanguageTag(allow_blank=True)
    published_on = serializers.DateField(
        required=False, allow_null=True, help_text="The day on which it came out."
    )
    reference = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=200,
        help_text="The publisher's own number or code of it.",
    )


class TextSubmission(KnownOfText):
    """A text as JSON."""

    text = serializers.CharField(trim_whitespace=False, help_text="The text, exactly as it stands.")


@extend_schema_field(OpenApiTypes.BINARY)
class SentFile(serializers.FileField):
    """A file as it comes in, which the schema would take for the address of one."""


class FileSubmission(KnownOfText):
    """A text as a file: its bytes are kept count of as they are."""

    file = SentFile(help_text="Plain text or Markdown, in any encoding that can be told.")


class SubmittedSerializer(serializers.Serializer[Any]):
    """A text on the record, with every figure and the claims that were proposed."""

    is_new = serializers.BooleanField(help_text="Whether the text was not on the record before.")
    source = SourceSerializer()  # type: ignore[assignment]  # DRF drops it
    snapshot = SnapshotSerializer()
    figures = FigureSerializer(many=True, allow_null=True, help_text=f"In the order of the text{WHOLE}")
    claims = ClaimSerializer(many=True, allow_null=True, help_text=f"In the order of the text{WHOLE}")
    figures_url = ListLink(
        "figure-list", parameter="snapshot", source="snapshot.uid", help_text="Where the figures are listed."
    )
    claims_url = ListLink(
        "claim-list", parameter="snapshot", source="snapshot.uid", help_text="Where the claims are listed."
    )


@describe_writing("a source", SourceSerializer, SourceChanges, creates=False)
class SubmittedSourceViewSet(WritesRows, SourceViewSet):
    """Texts by publishers: title, address, kind, language and date, as far as they are known."""

    change_serializer_class = SourceChanges
    needs = {
        **need_permissions("sources.source"),
        "create": Need(scope=Scope.SUBMIT, permission=ADD_SOURCE),
    }

    parser_classes = [StrictJson, SinglePartForm]

    def get_parsers(self) -> list[BaseParser]:
        """A text may also come as a file, what changes a source as JSON alone."""
        posting = getattr(getattr(self, "request", None), "method", "") == "POST"
        return [made for made in super().get_parsers() if posting or not isinstance(made, SinglePartForm)]

    @extend_schema(
        summary="Put a text on the record",
        request={
            "application/json": TextSubmission,
            "multipart/form-data": OpenApiRequest(
                FileSubmission, encoding={"file": {"contentType": ", ".join(list_media_types())}}
            ),
        },
        responses={
            **describe_answers(SubmittedSerializer, *BODY_PROBLEMS, status=HTTPStatus.CREATED),
            (HTTPStatus.OK.value, "application/json"): SubmittedSerializer,
        },
        examples=[OpenApiExample("A news item", EXAMPLE, request_only=True, media_type="application/json")],
    )
    def create(self, request: Request, **_: Any) -> Response:
        """Keep the text, find its figures and propose claims; the same bytes again are answered with 200."""
        is_file = (request.content_type or "").startswith("multipart/")
        body = (FileSubmission if is_file else TextSubmission)(data=request.data)
        body.is_valid(raise_exception=True)
        person = find_person(request)
        with transaction.atomic():
            submission = read_submission(body.validated_data, by=person)
            ingested = submit(submission, by=person)
        data = SubmittedSerializer(collect(ingested), context=self.get_serializer_context()).data
        status = HTTPStatus.CREATED if ingested.is_new else HTTPStatus.OK
        return Response(data, status=status, headers={"Location": data["source"]["url"]})


def read_submission(known: dict[str, Any], *, by: User) -> Submission:
    """What came in as the job takes it; raises ValidationError for an unknown publisher."""
    description = Description(
        publisher=read_publisher(known, by=by),
        title=known.get("title", ""),
        url=known.get("page_url", ""),
        kind=known.get("kind", Source.Kind.UNKNOWN),
        language=known.get("language", ""),
        published_on=known.get("published_on"),
        reference=known.get("reference", ""),
    )
    limit = settings.ONRECORD_MAX_TEXT_BYTES
    file = known.get("file")
    if file is None:
        return Submission(data=known["text"].encode(), description=description, limit=limit)
    return Submission(
        data=file.read(limit + 1),
        name=file.name,
        media_type=read_media_type(file),
        description=description,
        limit=limit,
    )


def read_media_type(file: "UploadedFile[Any]") -> str:
    """The media type that a part of a form states, with its charset."""
    charset: Any = file.charset  # bytes, as Django's parser leaves it
    stated = charset.decode("ascii", errors="replace") if isinstance(charset, bytes) else charset
    return f"{file.content_type}; charset={stated}" if stated else str(file.content_type)


def read_publisher(known: dict[str, Any], *, by: User) -> Publisher | None:
    """The publisher that is named by id or name, made where that is asked for and allowed."""
    named = known.get("publisher")
    if named is None:
        return None
    if is_uuid(named):
        publisher = Publisher.objects.filter(uid=named).first()
        if publisher is not None:
            return publisher
    if known["new_publisher"]:
        require(by, ADD_PUBLISHER)
    try:
        return find_publisher(named, make=known["new_publisher"])
    except UnknownPublisherError as error:
        message = f"{error} To make it, send “new_publisher”: true."
        raise ValidationError({"publisher": [ErrorDetail(message, code=error.code)]}) from error


def collect(ingested: Ingested) -> dict[str, Any]:
    """Everything about a text that is on the record; its figures and claims where one answer holds them."""
    snapshot = ingested.snapshot
    in_text = {"sentence__snapshot": snapshot}
    figures, claims = Figure.objects.filter(**in_text), Claim.objects.filter(**in_text)
    fits = fit(figures) and fit(claims)
    return {
        "is_new": ingested.is_new,
        "source": Source.objects.select_related("publisher").get(pk=snapshot.source_id),
        "snapshot": snapshot,
        "figures": show_figures(figures).order_by("start") if fits else None,
        "claims": show_claims(claims).order_by("start", "id") if fits else None,
    }


def fit(rows: QuerySet[Any]) -> bool:
    """Whether one answer holds the rows; no more are counted than tell."""
    most: int = settings.ONRECORD_MAX_FIGURES
    return rows[: most + 1].count() <= most
