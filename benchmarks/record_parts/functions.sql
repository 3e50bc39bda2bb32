-- What a row is made of, by a hash of where it stands: the same record each time.

-- A UUID of version 7, in the order of the rows; written so that every server can make it.
CREATE OR REPLACE FUNCTION pg_temp.make_uid(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(1750000000000 + n), 12, '0') || '7' || substr(md5(n::text), 1, 3)
        || 'a' || substr(md5(n::text), 4, 15))::uuid
$$;

-- A number in [0, 1).
CREATE OR REPLACE FUNCTION pg_temp.share(n bigint, seed bigint) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
    SELECT (hashint8extended(n, seed) & 1048575) / 1048576.0
$$;

-- One of 1 to `number`, the k-th about 1/k as often as the first (Zipf).
CREATE OR REPLACE FUNCTION pg_temp.pick(n bigint, seed bigint, number bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT floor(power(number + 1, pg_temp.share(n, seed)))::bigint
$$;

-- A word, the common ones more often.
CREATE OR REPLACE FUNCTION pg_temp.word(n bigint, seed bigint, words text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT words[pg_temp.pick(n, seed, cardinality(words))]
$$;

-- A name that no other number has.
CREATE OR REPLACE FUNCTION pg_temp.make_name(n bigint, words text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT initcap(words[1 + mod(n, cardinality(words))]) || ' '
        || initcap(words[1 + mod(n * 7, cardinality(words))]) || ' ' || n
$$;
