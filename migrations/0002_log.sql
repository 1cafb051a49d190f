-- The log: every fact of every campaign, chained by hash, never changed and never removed.
CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    kind TEXT NOT NULL CHECK (
        kind IN (
            'defined', 'pledged', 'pledge_decided', 'pledge_withdrawn', 'reported',
            'evidence_added', 'checked', 'excused', 'obstacle_raised', 'obstacle_assigned',
            'obstacle_answered', 'obstacle_closed', 'directed', 'directive_done',
            'award_proposed', 'award_confirmed', 'false_declared', 'false_confirmed',
            'week_closed'
        )
    ),
    -- What people call it by (#17), counted within the campaign and the kind.
    number INTEGER CHECK (number > 0),
    unit TEXT,
    indicator TEXT CHECK (indicator IS NULL OR unit IS NOT NULL),
    refers_to INTEGER REFERENCES fact (id) CHECK (refers_to < id),
    person_id INTEGER REFERENCES person (id),
    -- Milliseconds since 1970, UTC.
    counted_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL CHECK (counted_at <= recorded_at),
    body TEXT NOT NULL CHECK (json_valid(body)),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    -- SHA-256 over prev and the canonical form of the columns above.
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE UNIQUE INDEX fact_number ON fact (campaign_id, kind, number) WHERE number IS NOT NULL;
CREATE INDEX fact_of_unit ON fact (campaign_id, unit, counted_at, id) WHERE unit IS NOT NULL;
CREATE INDEX fact_referring ON fact (refers_to) WHERE refers_to IS NOT NULL;
-- Somebody's own facts, when they ask for their data.
CREATE INDEX fact_of_person ON fact (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX fact_definition ON fact (campaign_id, counted_at) WHERE kind = 'defined';

CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact
BEGIN
    SELECT RAISE(ABORT, 'facts are append-only');
END;

CREATE TRIGGER fact_is_never_removed BEFORE DELETE ON fact
BEGIN
    SELECT RAISE(ABORT, 'facts are append-only');
END;

-- The chain has no gap, no fork, and its recorded times never run backwards.
CREATE TRIGGER fact_continues_the_chain BEFORE INSERT ON fact
WHEN EXISTS (SELECT 1 FROM fact)
BEGIN
    SELECT RAISE(ABORT, 'fact does not continue the chain')
    FROM (SELECT id, hash, recorded_at FROM fact ORDER BY id DESC LIMIT 1) AS last
    WHERE NEW.id <> last.id + 1
       OR NEW.prev <> last.hash
       OR NEW.recorded_at < last.recorded_at;
END;

-- Closed weeks: the table as it was, byte for byte.
CREATE TABLE snapshot (
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    week INTEGER NOT NULL CHECK (week > 0),
    as_of INTEGER NOT NULL,
    fact_id INTEGER NOT NULL UNIQUE REFERENCES fact (id),
    body TEXT NOT NULL CHECK (json_valid(body)),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (campaign_id, week)
) STRICT;

CREATE TRIGGER snapshot_is_never_changed BEFORE UPDATE ON snapshot
BEGIN
    SELECT RAISE(ABORT, 'closed weeks are immutable');
END;

CREATE TRIGGER snapshot_is_never_removed BEFORE DELETE ON snapshot
BEGIN
    SELECT RAISE(ABORT, 'closed weeks are immutable');
END;
