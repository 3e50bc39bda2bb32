"""The API, version 1: its root, its resources, its schema and the schema's browser page."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path, re_path, resolve
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.utils import OpenApiResponse, extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.routers import SimpleRouter
from rest_framework.views import APIView

from claims.api import verdict_views as verdicts
from claims.api import views as claims
from claims.api.agreement import AgreementViewSet
from claims.api.assignments import AssignmentViewSet
from claims.api.deletions import DeletedClaimViewSet, DeletedFigureViewSet
from claims.api.extracting import Extract
from claims.api.submission import SubmittedSourceViewSet
from config.api.batches import MakeMany, MoveMany
from config.api.filtering import refuse_parameters
from sources.api import views as sources
from sources.api.problems import describe_answers

ELSEWHERE = "api-elsewhere"

router = SimpleRouter()
router.register("publishers", sources.PublisherViewSet, basename="publisher")
router.register("sources", SubmittedSourceViewSet, basename="source")
router.register("snapshots", sources.SnapshotViewSet, basename="snapshot")
router.register("sentences", sources.SentenceViewSet, basename="sentence")
router.register("figures/deleted", DeletedFigureViewSet, basename="deleted-figure")
router.register("figures", claims.FigureViewSet, basename="figure")
router.register("claims/deleted", DeletedClaimViewSet, basename="deleted-claim")
router.register("claims", claims.ClaimViewSet, basename="claim")
router.register("speakers", claims.SpeakerViewSet, basename="speaker")
router.register("subjects", claims.SubjectViewSet, basename="subject")
router.register("statistics", claims.StatisticViewSet, basename="statistic")
router.register("reviews", claims.ReviewViewSet, basename="review")
router.register("verdicts", verdicts.VerdictViewSet, basename="verdict")
router.register("evidence", verdicts.EvidenceViewSet, basename="evidence")
router.register("assignments", AssignmentViewSet, basename="assignment")
router.register("agreement", AgreementViewSet, basename="agreement")


class Root(APIView):
    """Where every resource of the record is listed, and where the schema describes them."""

    @extend_schema(
        summary="List the resources",
        operation_id="root",
        responses=describe_answers(
            OpenApiResponse({"type": "object", "additionalProperties": {"type": "string", "format": "uri"}}),
            HTTPStatus.BAD_REQUEST,
            HTTPStatus.UNAUTHORIZED,
        ),
        tags=["root"],
    )
    def get(self, request: Request) -> Response:
        """The address of each list by its name, then those of the schema and of its browser page."""
        refuse_parameters(request, known=["format"])
        names = {prefix: f"{basename}-list" for prefix, _, basename in router.registry}
        names |= {"extract": "api-extract", "schema": "api-schema", "docs": "api-docs"}
        return Response({prefix: reverse(name, request=request) for prefix, name in names.items()})


class Elsewhere(APIView):
    """An address under the API's where nothing is."""

    schema = None
    permission_classes = []

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Raise NotFound whatever the method."""
        raise NotFound(f"There is nothing at {request.path}.")


@csrf_exempt
def answer_elsewhere(request: HttpRequest) -> HttpResponseBase:
    """Send the request on where only its last slash is missing, else answer that nothing is there.

    308 keeps the method and the body. A function: browsable pages take view classes for crumbs.
    """
    if resolve(f"{request.path_info}/").url_name != ELSEWHERE:
        return HttpResponsePermanentRedirect(
            request.get_full_path(force_append_slash=True), preserve_request=True
        )
    return Elsewhere.as_view()(request)


urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/", Root.as_view(), name="api-root"),
    path("v1/claims/batch/", MakeMany.as_view(), name="api-claims-batch"),
    path("v1/claims/moves/", MoveMany.as_view(), name="api-claims-moves"),
    path("v1/", include(router.urls)),
    path("v1/extract/", Extract.as_view(), name="api-extract"),
    path("v1/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("v1/docs/", SpectacularSwaggerView.as_view(url_name="api-schema"), name="api-docs"),
    re_path("", answer_elsewhere, name=ELSEWHERE),
]
