"""What the extractor finds in a text, without any record."""

import re
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from django.conf import settings
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.fields import PlainNumber
from claims.codelists import Disposition, Modality, Voice
from claims.errors import ClaimsError
from claims.extraction.jsonl import TextRecord, describe
from claims.measures.quantity import Comparator
from claims.plain import write_number
from sources.api.needs import Need, Scope
from sources.api.problems import describe_answers
from sources.api.strict import KnownFields
from sources.errors import TooLargeError
from sources.readers import check_text

NUMBER = re.compile(r"\d+")
NUMBERS_A_FIGURE = 4
"""“1,234,567.89” is one figure of four runs of digits: a text with more of them is not looked through."""


class TooManyFiguresError(ClaimsError):
    """A text has more figures than one answer holds."""

    code = "too_many_figures"


class TextSerializer(KnownFields):
    """A text to look through."""

    text = serializers.CharField(trim_whitespace=False, help_text="The text.")
    id = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=200, help_text="Comes back as it is."
    )
    published = serializers.DateField(
        required=False, allow_null=True, default=None, help_text="Its day, for words such as “last year”."
    )


class FoundFigureSerializer(serializers.Serializer[Any]):
    """A numeric expression of the text, and what it turned out to be."""

    start = serializers.IntegerField(help_text="Offset in the text, in code points.")
    end = serializers.IntegerField(help_text="Offset behind it.")
    surface = serializers.CharField(help_text="The words.")
    disposition = serializers.ChoiceField([d.value for d in Disposition])
    rule = serializers.CharField(help_text="What decided it.")


class FoundQuantitySerializer(serializers.Serializer[Any]):
    """What a figure states; a null bound is open."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    surface = serializers.CharField()
    low = PlainNumber(allow_null=True, help_text="The low bound in plain digits, or null.")
    high = PlainNumber(allow_null=True, help_text="The high bound in plain digits, or null.")
    comparator = serializers.ChoiceField([c.value for c in Comparator])
    unit = serializers.CharField(allow_null=True, help_text="The unit's code.")
    noun = serializers.CharField(allow_null=True, help_text="What a bare number counts.")
    measured = serializers.CharField(allow_null=True, help_text="What a number with a unit measures.")
    denominator = serializers.CharField(allow_null=True, help_text="What a share is of.")
    speaker = serializers.CharField(allow_null=True)
    voice = serializers.ChoiceField([v.value for v in Voice])
    period = serializers.CharField(allow_null=True, help_text="The period's words.")
    change = serializers.CharField(allow_null=True, help_text="Which way the value went.")
    modality = serializers.ChoiceField([m.value for m in Modality])
    scope = serializers.CharField(allow_null=True, help_text="Words that narrow or widen it.")


class ExtractionSerializer(serializers.Serializer[Any]):
    """What `python -m claims.extraction` gives for a text, with numbers as strings of plain digits."""

    id = serializers.CharField()
    text = serializers.CharField()
    quantities = FoundQuantitySerializer(many=True)
    figures = FoundFigureSerializer(many=True)


class Extract(APIView):
    """The extractor alone: a text in, its figures out, nothing kept.

    A text with more figures than one answer holds is refused with 413: cut it, and send the parts.
    """

    needs = {"post": Need(scope=Scope.READ)}

    @extend_schema(
        operation_id="extract",
        summary="Find the figures of a text without keeping it",
        request=TextSerializer,
        responses=describe_answers(
            ExtractionSerializer,
            HTTPStatus.BAD_REQUEST,
            HTTPStatus.UNAUTHORIZED,
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        ),
        examples=[OpenApiExample("A sentence", {"text": "Nearly 40 percent were empty."}, request_only=True)],
        tags=["extract"],
    )
    def post(self, request: Request) -> Response:
        """Look the text through; raises a SourcesError or TooManyFiguresError for what is too much."""
        body = TextSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        text = body.validated_data["text"]
        size, limit = len(text.encode()), settings.ONRECORD_MAX_TEXT_BYTES
        if size > limit:
            raise TooLargeError(f"The text has {size:,} bytes, more than the limit of {limit:,}: cut it.")
        check_text(text)
        most: int = settings.ONRECORD_MAX_FIGURES
        refuse_more("numbers", sum(1 for _ in NUMBER.finditer(text)), most=most * NUMBERS_A_FIGURE)
        described = describe(TextRecord(**body.validated_data), write=write_plainly)
        refuse_more("figures", len(described["figures"]), most=most)
        return Response(described)


def write_plainly(number: Decimal | None) -> str | None:
    """A number as claims have it: a string of plain digits, since JSON's own would lose some."""
    return None if number is None else write_number(number)


def refuse_more(what: str, number: int, *, most: int) -> None:
    """Raise TooManyFiguresError where there are more than one answer holds."""
    if number > most:
        told = f"The text has {number:,} {what}, more than the {most:,} of one answer"
        raise TooManyFiguresError(f"{told}: cut it, and send the parts.")
