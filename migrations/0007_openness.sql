-- Kinds of facts for what is decided after the first decision.
INSERT INTO fact_kind (kind) VALUES
    ('award_declined'), ('false_declined'), ('corrected'), ('appealed'), ('appeal_decided'),
    ('spot_check_drawn');

-- Which entry shows which file: follows from the log, and `verify` compares. It answers at once
-- whether a photo was shown before, by whatever unit.
CREATE TABLE evidence (
    -- The fact that carries it: the entry itself, or what was added to it later.
    fact_id INTEGER NOT NULL REFERENCES fact (id),
    unique_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    entry_id INTEGER NOT NULL REFERENCES fact (id),
    PRIMARY KEY (fact_id, unique_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_of_file ON evidence (unique_id, campaign_id, entry_id);

INSERT INTO evidence (fact_id, unique_id, campaign_id, entry_id)
SELECT DISTINCT
    f.id,
    COALESCE(e.value ->> '$.photo.unique_id', e.value ->> '$.document.unique_id'),
    f.campaign_id,
    f.id
FROM fact AS f, json_each(f.body, '$.reported.evidence') AS e
WHERE f.kind = 'reported';

INSERT INTO evidence (fact_id, unique_id, campaign_id, entry_id)
SELECT
    id,
    COALESCE(
        body ->> '$.evidence_added.evidence.photo.unique_id',
        body ->> '$.evidence_added.evidence.document.unique_id'
    ),
    campaign_id,
    refers_to
FROM fact
WHERE kind = 'evidence_added' AND refers_to IS NOT NULL AND json_type(body, '$.evidence_added') IS NOT NULL;

-- What photos look like, told by the pictures themselves and not by the log: a hint for whoever
-- checks, and nothing that is counted. Without a look the picture was too plain, or no picture.
CREATE TABLE picture (
    unique_id TEXT PRIMARY KEY,
    look INTEGER
) STRICT, WITHOUT ROWID;

-- Two looks that differ in few bits agree in one of these at least.
CREATE TABLE picture_band (
    band INTEGER NOT NULL,
    bits INTEGER NOT NULL,
    unique_id TEXT NOT NULL REFERENCES picture (unique_id),
    PRIMARY KEY (band, bits, unique_id)
) STRICT, WITHOUT ROWID;

-- What a checkpoint holds has grown; it is folded again from the log when next needed.
DELETE FROM checkpoint;
