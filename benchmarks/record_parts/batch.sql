-- The sources from `first` to `last` with all that hangs on them.

-- One row a sentence; n counts the sentences of the whole record.
CREATE TEMPORARY TABLE draft ON COMMIT DROP AS
WITH chosen AS (
    SELECT
        n,
        (n - 1) / %(sentences)s + 1 AS source,
        mod(n - 1, %(sentences)s) + 1 AS ordinal,
        pg_temp.pick(n, 1, %(speakers)s) AS speaker,
        pg_temp.pick(n, 2, cardinality(%(units)s::text[])) AS unit,
        CASE
            WHEN pg_temp.share(n, 3) < 0.80 THEN ''
            WHEN pg_temp.share(n, 3) < 0.95 THEN 'more than '
            ELSE 'less than '
        END AS bound,
        1 + floor(exp(pg_temp.share(n, 4) * 13))::bigint AS amount,
        floor(pg_temp.share(n, 5) * 1000)::numeric / 10 AS share,
        2000 + floor(pg_temp.share(n, 6) * 26)::int AS year,
        pg_temp.word(n, 7, %(words)s)
            || CASE WHEN mod(n, %(rare_every)s) = 17 THEN ' ' || %(rare)s || ' ' ELSE ' ' END
            || pg_temp.word(n, 8, %(words)s) AS what,
        initcap(pg_temp.word(n, 9, %(words)s) || ' ' || pg_temp.word(n, 10, %(words)s)) AS place
    FROM generate_series((%(first)s::bigint - 1) * %(sentences)s + 1, %(last)s::bigint * %(sentences)s) AS n
), worded AS (
    SELECT
        chosen.*,
        (%(units)s::text[])[unit] AS code,
        (%(nouns)s::text[])[unit] AS noun,
        bound || to_char(amount, 'FM999,999,999') AS stated,
        to_char(share, 'FM990.0') || ' percent' AS part,
        speaker.name || ' counted ' AS head
    FROM chosen JOIN claims_speaker AS speaker ON speaker.id = chosen.speaker
), begun AS (
    SELECT worded.*, head || stated || ' ' || noun || ' of ' || what || ' in ' || place || ' in ' AS upto_year
    FROM worded
), told AS (
    SELECT begun.*, upto_year || year || ', ' || part || ' of all.' AS text FROM begun
)
SELECT
    told.*,
    (sum(length(text) + 1) OVER (PARTITION BY source ORDER BY ordinal) - length(text) - 1)::int AS start
FROM told;

-- Two rows a sentence, the amount and the share; n counts the claims of the whole record.
CREATE TEMPORARY TABLE draft_claim ON COMMIT DROP AS
WITH stated_twice AS (
    SELECT
        (n - 1) * 2 + 1 AS n, n AS sentence, speaker, code AS unit, noun, bound, amount::numeric AS number,
        start + length(head) AS start, stated AS surface, stated || ' ' || noun AS quote, year
    FROM draft
    UNION ALL
    SELECT n * 2, n, speaker, 'percent', what, '', share, start + length(upto_year) + 6, part, part, year
    FROM draft
)
SELECT
    stated_twice.*,
    (n - 1) / 2 * 3 + 1 + mod(n - 1, 2) AS figure,
    (%(people)s::bigint[])[1 + floor(pg_temp.share(n, 21) * cardinality(%(people)s::bigint[]))::int] AS person,
    CASE
        WHEN pg_temp.share(n, 22) < 0.85 THEN 'proposed'
        WHEN pg_temp.share(n, 22) < 0.95 THEN 'accepted'
        ELSE 'rejected'
    END AS status,
    CASE
        WHEN pg_temp.share(n, 22) NOT BETWEEN 0.85 AND 0.87 THEN 'unchecked'
        ELSE (ARRAY['supported', 'refuted', 'disputed', 'misleading'])[1 + floor(pg_temp.share(n, 24) * 4)::int]
    END AS verdict,
    date_trunc('second', now() - pg_temp.share(n, 23) * %(days)s * interval '1 day') AS at
FROM stated_twice;

INSERT INTO sources_source
    (id, uid, publisher_id, slug, title, url, kind, language, published_on, reference, created_at,
    updated_at)
SELECT
    n, pg_temp.make_uid(n), pg_temp.pick(n, 31, %(publishers)s), 'text-' || n,
    initcap(pg_temp.word(n, 32, %(words)s) || ' ' || pg_temp.word(n, 33, %(words)s)) || ' ' || n,
    '', 'report', 'en', date '2026-01-01' - mod(n, 3650)::int, '', now() - interval '1 year',
    now() - interval '1 year'
FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS n;

INSERT INTO sources_snapshot
    (id, uid, source_id, number, media_type, encoding, encoding_detected, bytes_sha256, text_sha256, text, read_at)
SELECT
    source, pg_temp.make_uid(source), source, 1, 'text/plain', 'utf-8', false,
    encode(sha256(convert_to(text, 'UTF8')), 'hex'), encode(sha256(convert_to(text, 'UTF8')), 'hex'), text,
    now() - interval '1 year'
FROM (SELECT source, string_agg(text, ' ' ORDER BY ordinal) AS text FROM draft GROUP BY source) AS whole
ORDER BY source;

INSERT INTO sources_sentence (id, uid, snapshot_id, ordinal, start, "end", role, text)
SELECT n, pg_temp.make_uid(n), source, ordinal, start, start + length(text), 'body', text
FROM draft ORDER BY n;

INSERT INTO claims_figure
    (id, uid, sentence_id, start, "end", surface, disposition, rule, extractor, reason, created_at)
SELECT
    key, pg_temp.make_uid(key), sentence, start, start + length(surface), surface, disposition, rule, 'made', '',
    now() - interval '1 year'
FROM (
    SELECT figure AS key, sentence, start, surface, 'claim' AS disposition, 'quantity' AS rule FROM draft_claim
    UNION ALL
    SELECT n * 3, n, start + length(upto_year), year::text, 'date', 'year' FROM draft
) AS figures ORDER BY key;

INSERT INTO claims_claim
    (id, uid, kind, sentence_id, figure_id, start, "end", quote, low, high, low_inclusive, high_inclusive,
    comparator, approximation, significant_digits, unit, noun, denominator, scope, direction, modality,
    period, period_start, period_end, speaker_id, voice, subject_id, statistic_id, extractor,
    created_at, updated_at, version, status, status_by_id, status_at, verdict)
SELECT
    n, pg_temp.make_uid(n), 'numeric', sentence, figure, start, start + length(quote), quote,
    CASE WHEN bound <> 'less than ' THEN number END, CASE WHEN bound <> 'more than ' THEN number END,
    bound = '', bound = '', CASE bound WHEN '' THEN '=' WHEN 'more than ' THEN '>' ELSE '<' END,
    '', 3, unit, noun, '', '', '', 'stated', year::text, make_date(year, 1, 1), make_date(year, 12, 31),
    speaker, 'paraphrase', pg_temp.pick(n, 41, %(subjects)s),
    CASE WHEN mod(n, 4) > 0 THEN pg_temp.pick(n, 42, %(statistics)s) END, 'made', now() - interval '1 year',
    CASE WHEN status = 'proposed' THEN now() - interval '1 year' ELSE at END,
    CASE WHEN status = 'proposed' THEN 1 ELSE 2 END, status,
    CASE WHEN status <> 'proposed' THEN person END, CASE WHEN status <> 'proposed' THEN at END, verdict
FROM draft_claim ORDER BY n;

INSERT INTO claims_review (id, uid, claim_id, number, action, from_status, to_status, reason, by_id, at)
SELECT
    n, pg_temp.make_uid(n), n, 1, CASE status WHEN 'accepted' THEN 'accept' ELSE 'reject' END, 'proposed', status,
    '', person, at
FROM draft_claim WHERE status <> 'proposed' ORDER BY n;

INSERT INTO claims_verdict (id, uid, claim_id, number, outcome, rationale, as_of, evidence_count, by_id, at)
SELECT n, pg_temp.make_uid(n), n, 1, verdict, 'As the list says.', at::date, 1, person, at
FROM draft_claim WHERE verdict <> 'unchecked' ORDER BY n;

INSERT INTO claims_evidence (id, uid, verdict_id, stance, link, note)
SELECT n, pg_temp.make_uid(n), n, 'context', 'https://example.org/' || n, ''
FROM draft_claim WHERE verdict <> 'unchecked' ORDER BY n;

-- One decision of ten is handed out a second time, one of twenty is made a second time.
INSERT INTO claims_secondpass (id, uid, claim_id, first_id, asked_at)
SELECT n, pg_temp.make_uid(n), n, n, at FROM draft_claim WHERE status <> 'proposed' AND mod(n, 10) = 0 ORDER BY n;

INSERT INTO claims_seconddecision (id, uid, second_pass_id, by_id, at, status, reading, first_reading)
SELECT
    n, pg_temp.make_uid(n), n,
    (SELECT other FROM unnest(%(people)s::bigint[]) AS other WHERE other <> person ORDER BY other LIMIT 1),
    at + interval '1 hour',
    CASE
        WHEN pg_temp.share(n, 51) < 0.9 THEN status
        WHEN status = 'accepted' THEN 'rejected'
        ELSE 'accepted'
    END,
    first || CASE WHEN pg_temp.share(n, 52) < 0.9 THEN '{}'::jsonb ELSE '{"unit": "percentage_point"}'::jsonb END,
    first
FROM (
    SELECT
        draft_claim.*,
        jsonb_build_object(
            'low', number::text, 'high', number::text, 'low_inclusive', true, 'high_inclusive', true,
            'unit', unit, 'comparator', '=', 'period', year::text,
            'period_start', year || '-01-01', 'period_end', year || '-12-31'
        ) AS first
    FROM draft_claim WHERE status <> 'proposed' AND mod(n, 20) = 0
) AS twice ORDER BY n;
