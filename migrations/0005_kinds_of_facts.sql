-- The kinds of facts become rows, so that a later kind is one row more and not a rebuilt log.
-- A CHECK concerns no stored byte, so only the text of the table's definition changes; SQLite
-- documents this way (https://www.sqlite.org/lang_altertable.html, "Making Other Kinds Of Table
-- Schema Changes").
CREATE TABLE fact_kind (
    kind TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO fact_kind (kind) VALUES
    ('defined'), ('pledged'), ('pledge_decided'), ('pledge_withdrawn'), ('reported'),
    ('evidence_added'), ('checked'), ('excused'), ('obstacle_raised'), ('obstacle_assigned'),
    ('obstacle_answered'), ('obstacle_closed'), ('directed'), ('directive_done'),
    ('award_proposed'), ('award_confirmed'), ('false_declared'), ('false_confirmed'),
    ('week_closed');

PRAGMA writable_schema = ON;

UPDATE sqlite_schema
SET sql = substr(sql, 1, instr(sql, 'kind TEXT NOT NULL CHECK (') - 1)
    || 'kind TEXT NOT NULL REFERENCES fact_kind (kind)'
    || substr(sql, instr(sql, ',' || char(10) || '    -- What people call it by'))
WHERE type = 'table' AND name = 'fact';

PRAGMA writable_schema = RESET;

-- What a checkpoint holds has grown; it is folded again from the log when next needed.
DELETE FROM checkpoint;
