"""One made-up row of every resource, for the schema's examples: what a newspaper told of a port."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

SITE = "https://record.example/api/v1"
SEEN, JUDGED = "2026-02-01T09:30:00Z", "2026-02-03T14:05:00Z"
TEXT = "The port handled more than 1.2 million containers in 2025, the mayor said."
SHA256 = "2fcbcc8334e9ad116f1549e1dace4706aa2fe169955ee26d6f7e491ca5ef95c6"


def _number(last: int) -> str:
    return f"019c1850-7a40-7000-8000-{last:012d}"


PUBLISHER, SOURCE, SNAPSHOT, SENTENCE, FIGURE, CLAIM = (_number(n) for n in range(1, 7))
SPEAKER, SUBJECT, STATISTIC, REVIEW, VERDICT, EVIDENCE, ASSIGNMENT = (_number(n) for n in range(7, 14))

PUBLISHER_BRIEF = {"id": PUBLISHER, "name": "Harbour Gazette"}
SOURCE_BRIEF = {
    "id": SOURCE,
    "slug": "2026-02-01-port-grows",
    "title": "Port grows",
    "publisher": PUBLISHER_BRIEF,
    "published_on": "2026-02-01",
}
SNAPSHOT_BRIEF = {"id": SNAPSHOT, "number": 1, "text_sha256": SHA256}
SENTENCE_BRIEF = {"id": SENTENCE, "text": TEXT, "role": "body", "start": 0, "end": 74}
CLAIM_BRIEF = {"id": CLAIM, "quote": TEXT}
SPEAKER_BRIEF = {"id": SPEAKER, "name": "Rosa Brandt"}
STATISTIC_BRIEF = {"id": STATISTIC, "name": "Containers handled"}
PERCENT = {"code": "percent", "dimension": "ratio", "symbol": "%"}
SHARES = {"kappa": 0.81, "value": 0.95, "unit": 1.0, "comparator": 0.9, "period": None}

SNAPSHOT_ROW = {
    "id": SNAPSHOT,
    "url": f"{SITE}/snapshots/{SNAPSHOT}/",
    "source": SOURCE_BRIEF,
    "number": 1,
    "media_type": "text/plain",
    "encoding": "utf-8",
    "encoding_detected": False,
    "bytes_sha256": SHA256,
    "text_sha256": SHA256,
    "read_at": SEEN,
    "sentences": f"{SITE}/sentences/?snapshot={SNAPSHOT}",
    "figures": f"{SITE}/figures/?snapshot={SNAPSHOT}",
    "claims": f"{SITE}/claims/?snapshot={SNAPSHOT}",
}

CLAIM_ROW = {
    "id": CLAIM,
    "url": f"{SITE}/claims/{CLAIM}/",
    "kind": "numeric",
    "quote": TEXT,
    "prefix": "",
    "suffix": "",
    "start": 0,
    "end": 74,
    "sentence": SENTENCE_BRIEF,
    "snapshot": SNAPSHOT_BRIEF,
    "source": SOURCE_BRIEF,
    "figure": {"id": FIGURE, "surface": "more than 1.2 million", "start": 17, "end": 38, "rule": "quantity"},
    "value": {
        "low": "1200000",
        "high": None,
        "low_inclusive": False,
        "high_inclusive": False,
        "comparator": ">",
        "approximation": "",
        "significant_digits": 2,
    },
    "unit": None,
    "noun": "containers",
    "denominator": "",
    "scope": "",
    "direction": "",
    "modality": "stated",
    "period": {"text": "in 2025", "start": "2025-01-01", "end": "2025-12-31"},
    "speaker": SPEAKER_BRIEF,
    "voice": "paraphrase",
    "subject": {"id": SUBJECT, "kind": "place", "name": "Old Port"},
    "statistic": STATISTIC_BRIEF,
    "status": "accepted",
    "status_by": "ines",
    "status_at": JUDGED,
    "reviews": f"{SITE}/reviews/?claim={CLAIM}",
    "verdict": "unchecked",
    "verdict_by": None,
    "verdict_at": None,
    "verdict_as_of": None,
    "verdict_published": False,
    "verdicts": f"{SITE}/verdicts/?claim={CLAIM}",
    "extractor": "1.3",
    "created_by": None,
    "created_at": SEEN,
    "updated_at": JUDGED,
    "version": 2,
}

FIGURE_ROW = {
    "id": FIGURE,
    "url": f"{SITE}/figures/{FIGURE}/",
    "surface": "more than 1.2 million",
    "start": 17,
    "end": 38,
    "sentence": SENTENCE_BRIEF,
    "snapshot": SNAPSHOT_BRIEF,
    "source": SOURCE_BRIEF,
    "disposition": "claim",
    "rule": "quantity",
    "claim": CLAIM,
    "extractor": "1.3",
    "decided_by": None,
    "decided_at": None,
    "created_at": SEEN,
}

SOURCE_ROW = {
    "id": SOURCE,
    "url": f"{SITE}/sources/{SOURCE}/",
    "slug": "2026-02-01-port-grows",
    "title": "Port grows",
    "publisher": PUBLISHER_BRIEF,
    "page_url": "https://gazette.example/port",
    "kind": "news",
    "language": "en",
    "published_on": "2026-02-01",
    "reference": "",
    "snapshots": f"{SITE}/snapshots/?source={SOURCE}",
    "sentences": f"{SITE}/sentences/?source={SOURCE}",
    "figures": f"{SITE}/figures/?source={SOURCE}",
    "claims": f"{SITE}/claims/?source={SOURCE}",
    "created_at": SEEN,
    "updated_at": SEEN,
}

ROWS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "Publisher": {
            **PUBLISHER_BRIEF,
            "url": f"{SITE}/publishers/{PUBLISHER}/",
            "home_page": "https://gazette.example/",
            "sources": f"{SITE}/sources/?publisher={PUBLISHER}",
            "created_at": SEEN,
            "updated_at": SEEN,
        },
        "Source": SOURCE_ROW,
        "Snapshot": SNAPSHOT_ROW,
        "SnapshotWithText": {**SNAPSHOT_ROW, "text": TEXT},
        "Sentence": {
            **SENTENCE_BRIEF,
            "url": f"{SITE}/sentences/{SENTENCE}/",
            "snapshot": SNAPSHOT_BRIEF,
            "source": SOURCE_BRIEF,
            "ordinal": 1,
            "figures": f"{SITE}/figures/?sentence={SENTENCE}",
            "claims": f"{SITE}/claims/?sentence={SENTENCE}",
        },
        "DeletedClaim": {"id": CLAIM, "deleted_at": SEEN},
        "DeletedFigure": {"id": FIGURE, "deleted_at": SEEN},
        "Figure": FIGURE_ROW,
        "Claim": CLAIM_ROW,
        "Speaker": {
            **SPEAKER_BRIEF,
            "url": f"{SITE}/speakers/{SPEAKER}/",
            "claims": f"{SITE}/claims/?speaker={SPEAKER}",
            "created_at": SEEN,
            "updated_at": SEEN,
        },
        "Subject": {
            "id": SUBJECT,
            "url": f"{SITE}/subjects/{SUBJECT}/",
            "kind": "place",
            "name": "Old Port",
            "claims": f"{SITE}/claims/?subject={SUBJECT}",
            "created_at": SEEN,
            "updated_at": SEEN,
        },
        "Statistic": {
            **STATISTIC_BRIEF,
            "url": f"{SITE}/statistics/{STATISTIC}/",
            "definition": "Containers moved over the quays in a year, full and empty.",
            "unit": None,
            "denominator": "",
            "claims": f"{SITE}/claims/?statistic={STATISTIC}",
            "created_at": SEEN,
            "updated_at": SEEN,
        },
        "Review": {
            "id": REVIEW,
            "url": f"{SITE}/reviews/{REVIEW}/",
            "claim": CLAIM_BRIEF,
            "number": 1,
            "action": "correct",
            "from_status": "proposed",
            "to_status": "accepted",
            "difference": {"noun": {"before": "containers in 2025", "after": "containers"}},
            "reason": "As printed.",
            "by": "ines",
            "at": JUDGED,
        },
        "Verdict": {
            "id": VERDICT,
            "url": f"{SITE}/verdicts/{VERDICT}/",
            "claim": CLAIM_BRIEF,
            "number": 1,
            "outcome": "supported",
            "rationale": "The port authority's own table says 1,243,000.",
            "as_of": "2026-02-03",
            "by": "ines",
            "at": JUDGED,
            "current": True,
            "confirmed_by": None,
            "confirmed_at": None,
            "published": True,
            "evidence_count": 1,
            "evidence": f"{SITE}/evidence/?verdict={VERDICT}",
        },
        "Evidence": {
            "id": EVIDENCE,
            "url": f"{SITE}/evidence/{EVIDENCE}/",
            "verdict": {"id": VERDICT, "number": 1, "outcome": "supported"},
            "claim": CLAIM_BRIEF,
            "stance": "supports",
            "sentence": None,
            "link": "https://port.example/2025/table-3",
            "note": "Table 3, the last line.",
        },
        "Assignment": {
            "id": ASSIGNMENT,
            "url": f"{SITE}/assignments/{ASSIGNMENT}/",
            "assignee": "rosa",
            "source": SOURCE_BRIEF,
            "speaker": None,
            "statistic": None,
            "unit": PERCENT,
            "note": "The shares first, please.",
            "assigned_by": "edith",
            "assigned_at": SEEN,
            "ended_at": None,
        },
        "Agreement": {
            "decisions": 40,
            **SHARES,
            "by_pair": [{"first": "ines", "second": "rosa", "decisions": 40, **SHARES}],
            "by_source": [{"source": SOURCE_BRIEF, "decisions": 40, **SHARES}],
        },
        "Submitted": {
            "is_new": True,
            "source": SOURCE_ROW,
            "snapshot": SNAPSHOT_ROW,
            "figures": [FIGURE_ROW],
            "claims": [CLAIM_ROW],
            "figures_url": f"{SITE}/figures/?snapshot={SNAPSHOT}",
            "claims_url": f"{SITE}/claims/?snapshot={SNAPSHOT}",
        },
        "Extraction": {
            "id": "",
            "text": "Nearly 40 percent were empty.",
            "quantities": [
                {
                    "start": 0,
                    "end": 17,
                    "surface": "Nearly 40 percent",
                    "low": "40",
                    "high": "40",
                    "comparator": "~",
                    "unit": "percent",
                    **dict.fromkeys(("noun", "measured", "denominator", "speaker", "period", "change")),
                    "voice": "own",
                    "modality": "stated",
                    "scope": None,
                }
            ],
            "figures": [
                {
                    "start": 0,
                    "end": 17,
                    "surface": "Nearly 40 percent",
                    "disposition": "claim",
                    "rule": "quantity",
                }
            ],
        },
        "BatchResult": {
            "done": 1,
            "refused": 0,
            "results": [
                {"row": 0, "status": 200, "claim": {"id": CLAIM, "version": 2, "status": "accepted"}}
            ],
        },
    }
)
"""What an answer of a schema's component looks like."""
