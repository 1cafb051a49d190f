-- Nominations, the council and its secret ballot.
INSERT INTO fact_kind (kind) VALUES
    ('nominated'), ('nomination_withdrawn'), ('list_published'), ('candidate_withdrawn'),
    ('vote_opened'), ('voted'), ('vote_closed'), ('results_released'), ('rewarded');

-- Of millions of facts these few are read whole, in the order of the log.
CREATE INDEX fact_of_council ON fact (campaign_id, id) WHERE kind IN (
    'nominated', 'nomination_withdrawn', 'list_published', 'candidate_withdrawn',
    'vote_opened', 'voted', 'vote_closed', 'results_released', 'rewarded'
);

-- What a nomination says about a person. It stands beside the log and not in it, because a fact is
-- hashed and can never be changed: erasing empties this row, and the fact keeps its arithmetic.
CREATE TABLE nominee (
    fact_id INTEGER PRIMARY KEY REFERENCES fact (id),
    -- The member who bears the name, where one does: nobody votes on themselves.
    person_id INTEGER REFERENCES person (id),
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    achievement TEXT NOT NULL DEFAULT '',
    -- What was shown: photos and files as Telegram keeps them.
    evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
    erased_at INTEGER,
    CHECK (
        erased_at IS NULL
        OR (person_id IS NULL AND name = '' AND post = '' AND achievement = '' AND evidence = '[]')
    )
) STRICT;

CREATE INDEX nominee_of_person ON nominee (person_id) WHERE person_id IS NOT NULL;

-- The urn. A ballot says on whom and how, and nothing else: no person, no time. Its key is random
-- and the table is stored in the order of the keys, so that no order tells who voted when.
CREATE TABLE ballot (
    key BLOB PRIMARY KEY CHECK (length(key) = 16),
    vote_id INTEGER NOT NULL REFERENCES fact (id),
    candidate TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('agree', 'disagree', 'abstain'))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ballot_is_never_changed BEFORE UPDATE ON ballot
BEGIN
    SELECT RAISE(ABORT, 'ballots are final');
END;

CREATE TRIGGER ballot_is_never_removed BEFORE DELETE ON ballot
BEGIN
    SELECT RAISE(ABORT, 'ballots are final');
END;
