-- Publishers, speakers, subjects and statistics; takes how many of each, and the words.

INSERT INTO sources_publisher (id, uid, name, home_page, created_at, updated_at)
SELECT n, pg_temp.make_uid(n), pg_temp.make_name(n, %(words)s), '', now() - interval '1 year',
    now() - interval '1 year'
FROM generate_series(1, %(publishers)s::bigint) AS n;

INSERT INTO claims_speaker (id, uid, name, created_at, updated_at)
SELECT n, pg_temp.make_uid(n), pg_temp.make_name(n, %(words)s), now() - interval '1 year',
    now() - interval '1 year'
FROM generate_series(1, %(speakers)s::bigint) AS n;

INSERT INTO claims_subject (id, uid, name, kind, created_at, updated_at)
SELECT n, pg_temp.make_uid(n), pg_temp.make_name(n, %(words)s), 'place', now() - interval '1 year',
    now() - interval '1 year'
FROM generate_series(1, %(subjects)s::bigint) AS n;

INSERT INTO claims_statistic (id, uid, name, definition, unit, denominator, created_at, updated_at)
SELECT n, pg_temp.make_uid(n), pg_temp.make_name(n, %(words)s), '',
    CASE WHEN mod(n, 2) = 0 THEN 'percent' ELSE '' END, '', now() - interval '1 year',
    now() - interval '1 year'
FROM generate_series(1, %(statistics)s::bigint) AS n;
