"""Claims in the field's standards: ClaimReview, Web Annotations, observations of Data Commons."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http.response import HttpResponseBase
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.utils.urls import remove_query_param
from rest_framework.viewsets import GenericViewSet

from claims.api.exports import CsvRenderer, answer_with_file
from claims.exports.annotation import (
    MEDIA_TYPE,
    Place,
    describe_annotation,
    describe_collection,
    describe_page,
)
from claims.exports.claim_review import Reviewer, describe_review
from claims.exports.observations import stream_observations
from sources.api.problems import describe_answers


class LinkedDataRenderer(JSONRenderer):
    """JSON-LD."""

    media_type = "application/ld+json"
    format = "jsonld"


LINKED_DATA = [LinkedDataRenderer, *api_settings.DEFAULT_RENDERER_CLASSES]

_REFUSALS = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED)


def describe_linked_data(description: str, *problems: HTTPStatus) -> dict[tuple[int, str], Any]:
    """The answers of an endpoint whose good one is JSON-LD."""
    answers = describe_answers(None, *_REFUSALS, *problems)
    del answers[200, "application/json"]
    return {
        (200, LinkedDataRenderer.media_type): OpenApiResponse(OpenApiTypes.OBJECT, description=description),
        **answers,
    }


class InterchangedClaims(GenericViewSet[Any]):
    """What a claim is in the terms of others, beside itself."""

    list_actions: tuple[str, ...] = ("list", "annotations", "observations")

    @extend_schema(
        summary="Read a claim and its published verdict as a schema.org ClaimReview",
        operation_id="claims_claim_review",
        responses=describe_linked_data(
            "A ClaimReview. The rating goes from 1 (refuted) to 5 (supported); -1 is unverifiable.",
            HTTPStatus.NOT_FOUND,
        ),
    )
    @action(detail=True, url_path="claim-review", renderer_classes=LINKED_DATA)
    def claim_review(self, request: Request, **_: Any) -> Response:
        """404 with the code `no_published_verdict` where there is no verdict to show."""
        claim = self.get_object()
        reviewer = Reviewer(
            name=settings.ONRECORD_NAME,
            home_page=request.build_absolute_uri("/"),
            claim_url=locate("claim-detail", claim.uid, request),
        )
        return Response(describe_review(claim, reviewer))

    @extend_schema(
        summary="Read a claim as a W3C Web Annotation",
        operation_id="claims_annotation",
        responses=describe_linked_data(
            "An Annotation of the source's text; positions count code points.", HTTPStatus.NOT_FOUND
        ),
    )
    @action(detail=True, renderer_classes=LINKED_DATA)
    def annotation(self, request: Request, **_: Any) -> Response:
        """The quote with the words around it and its span, and what it states."""
        return answer_annotation(annotate(self.get_object(), request))

    @extend_schema(
        summary="List claims as W3C Web Annotations",
        operation_id="claims_annotations",
        responses=describe_linked_data(
            "An AnnotationCollection with its first page; behind a cursor, an AnnotationPage."
        ),
    )
    @action(detail=False, renderer_classes=LINKED_DATA)
    def annotations(self, request: Request, **_: Any) -> Response:
        """The filters and pages are those of the claims."""
        claims = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        pager: Any = self.paginator
        address = request.build_absolute_uri()
        collection = remove_query_param(address, pager.cursor_param)
        is_first = pager.cursor_param not in request.query_params
        page = describe_page(
            [annotate(claim, request) for claim in claims or []],
            # The collection is answered with its first page in it: one address would make the two one thing.
            address=f"{collection}#first" if is_first else address,
            partOf=collection,
            next=pager.next,
            prev=pager.previous,
        )
        return answer_annotation(describe_collection(page, address=collection) if is_first else page)

    @extend_schema(
        summary="Download accepted values as observations in the manner of Data Commons",
        operation_id="claims_observations",
        responses={
            (200, "text/csv"): OpenApiResponse(
                OpenApiTypes.STR,
                description="A row for each accepted claim that states one value of a statistic and subject "
                "on known days: variable, entity, date, value, unit, observationPeriod, measurementMethod, "
                "variableName, entityName, provenanceUrl, sourceUrl.",
            ),
            **{k: v for k, v in describe_answers(None, *_REFUSALS).items() if k[0] != 200},
        },
    )
    @action(detail=False, renderer_classes=[CsvRenderer], pagination_class=None)
    def observations(self, request: Request, **_: Any) -> HttpResponseBase:
        """The filters are those of the claims; ranges, forecasts and values of unknown time are left out."""
        claims = self.filter_queryset(self.get_queryset())
        stream = stream_observations(claims, lambda uid: locate("claim-detail", uid, request))
        return answer_with_file(request, CsvRenderer(), stream, name="observations")


def locate(view: str, uid: Any, request: Request) -> str:
    """The address of a row."""
    return request.build_absolute_uri(reverse(view, kwargs={"id": uid}))


def annotate(claim: Any, request: Request) -> dict[str, Any]:
    """The annotation of a claim, with the addresses of what it is about."""
    place = Place(
        annotation=locate("claim-annotation", claim.uid, request),
        claim=locate("claim-detail", claim.uid, request),
        snapshot=locate("snapshot-detail", claim.sentence.snapshot.uid, request),
    )
    return describe_annotation(claim, place)


def answer_annotation(document: dict[str, Any]) -> Response:
    """A document under the media type of Web Annotations."""
    return Response(document, content_type=MEDIA_TYPE)
