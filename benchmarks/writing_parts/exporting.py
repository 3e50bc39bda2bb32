"""All claims as JSON lines by the API's own stream, beside PostgreSQL's COPY of the same join as text."""

import resource
import time
from typing import Any

from django.db import connection
from rest_framework.test import APIClient

from claims.models import Claim

COPY = """COPY (SELECT c.*, s.text, s.role, p.uid, p.number, p.text_sha256, o.slug, o.title, o.published_on
    FROM claims_claim c JOIN sources_sentence s ON s.id = c.sentence_id
    JOIN sources_snapshot p ON p.id = s.snapshot_id JOIN sources_source o ON o.id = p.source_id
    ORDER BY c.id) TO STDOUT"""


def measure() -> dict[str, float]:
    """Claims a second of both, their ratio, and by how many MB the process grew in the second half."""
    claims = Claim.objects.count()
    begin = time.perf_counter()
    with connection.cursor() as cursor, cursor.copy(COPY) as copy:
        for _ in copy:
            pass
    copied = time.perf_counter() - begin
    answer: Any = APIClient(headers={"host": "localhost"}).get("/api/v1/claims/?format=jsonl")
    begin, lines, half = time.perf_counter(), 0, 0
    for piece in answer.streaming_content:
        lines += piece.count(b"\n")
        if not half and lines >= claims / 2:
            half = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    streamed = time.perf_counter() - begin
    return {
        "claims_a_second": lines / streamed,
        "copy_claims_a_second": claims / copied,
        "ratio": (lines / streamed) / (claims / copied),
        "growth_mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - half) / 1024,
    }
