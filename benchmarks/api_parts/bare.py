"""The limit of a page: the same hundred claims without Django, by psycopg and orjson or as JSON."""

from typing import Any

import orjson
import psycopg

COLUMNS = """
    c.uid::text, c.kind, c.quote, substr(t.text, greatest(c.start - 31, 1), least(c.start, 32)) AS prefix,
    substr(t.text, c."end" + 1, 32) AS suffix, c.start, c."end", s.uid::text AS sentence_uid, s.text,
    s.role, s.start AS sentence_start, s."end" AS sentence_end, t.uid::text AS snapshot_uid, t.number,
    t.text_sha256, o.uid::text AS source_uid, o.slug, o.title, o.published_on, p.uid::text AS publisher_uid,
    p.name AS publisher, f.uid::text AS figure_uid, f.surface, f.start AS figure_start,
    f."end" AS figure_end, f.rule, c.low::text, c.high::text, c.low_inclusive, c.high_inclusive,
    c.comparator, c.approximation, c.significant_digits, c.unit, c.noun, c.denominator, c.scope,
    c.direction, c.modality, c.period, c.period_start, c.period_end, k.uid::text AS speaker_uid,
    k.name AS speaker, c.voice, j.uid::text AS subject_uid, j.kind AS subject_kind, j.name AS subject,
    i.uid::text AS statistic_uid, i.name AS statistic, c.status, b.username AS status_by, c.status_at,
    c.verdict, d.username AS verdict_by, v.at AS verdict_at, v.as_of AS verdict_as_of, c.extractor,
    m.username AS created_by, c.created_at, c.updated_at, c.version"""

TABLES = """
FROM (SELECT * FROM claims_claim WHERE status = %s AND id < %s ORDER BY id DESC LIMIT 101) c
    JOIN sources_sentence s ON s.id = c.sentence_id
    JOIN sources_snapshot t ON t.id = s.snapshot_id
    JOIN sources_source o ON o.id = t.source_id
    LEFT JOIN sources_publisher p ON p.id = o.publisher_id
    LEFT JOIN claims_figure f ON f.id = c.figure_id
    LEFT JOIN claims_speaker k ON k.id = c.speaker_id
    LEFT JOIN claims_subject j ON j.id = c.subject_id
    LEFT JOIN claims_statistic i ON i.id = c.statistic_id
    LEFT JOIN auth_user b ON b.id = c.status_by_id
    LEFT JOIN auth_user m ON m.id = c.created_by_id
    LEFT JOIN claims_verdict v ON v.claim_id = c.id AND v.number =
        (SELECT max(number) FROM claims_verdict WHERE claim_id = c.id)
    LEFT JOIN auth_user d ON d.id = v.by_id
ORDER BY c.id DESC"""

# Constant parts, with their values as parameters.
ROWS = f"SELECT {COLUMNS} {TABLES}"
JSON = f"SELECT json_agg(row_to_json(line))::text FROM (SELECT {COLUMNS} {TABLES}) line"  # noqa: S608

LINKS = {"url": "{}/", "reviews": "reviews/?claim={}", "verdicts": "verdicts/?claim={}"}
SITE = "http://127.0.0.1/api/v1/claims/"


def connect(params: dict[str, Any]) -> psycopg.Connection[Any]:
    """A connection whose statements are planned as they are written, and prepared."""
    connection = psycopg.connect(**params, autocommit=True, row_factory=psycopg.rows.dict_row)
    connection.prepare_threshold = 0
    connection.execute("SET join_collapse_limit = 1")
    return connection


def read_by_rows(connection: psycopg.Connection[Any], status: str, below: int) -> bytes:
    """The page: rows as dictionaries with their links, written by orjson."""
    rows = connection.execute(ROWS, [status, below]).fetchall()
    for row in rows:
        row |= {name: SITE + address.format(row["uid"]) for name, address in LINKS.items()}
    return orjson.dumps({"next": None, "results": rows[:100]})


def read_as_json(connection: psycopg.Connection[Any], status: str, below: int) -> bytes:
    """The page as PostgreSQL's own JSON."""
    row = connection.execute(JSON, [status, below]).fetchone()
    return str(next(iter(row.values()))).encode() if row else b"[]"
