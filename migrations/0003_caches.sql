-- What can be computed from the log again; `verify` does so and compares.

-- What still waits for a decision or a check: pledges and entries.
CREATE TABLE pending (
    fact_id INTEGER PRIMARY KEY REFERENCES fact (id),
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    kind TEXT NOT NULL CHECK (kind IN ('pledged', 'reported')),
    unit TEXT NOT NULL,
    indicator TEXT NOT NULL
) STRICT;

CREATE INDEX pending_queue ON pending (campaign_id, kind, indicator, fact_id);

-- A unit's state folded up to the closing of a week under one definition: where later reading
-- starts, so that a table of three million entries needs only the current week's.
CREATE TABLE checkpoint (
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL,
    week INTEGER NOT NULL CHECK (week > 0),
    definition_id INTEGER NOT NULL REFERENCES fact (id),
    state TEXT NOT NULL CHECK (json_valid(state)),
    PRIMARY KEY (campaign_id, unit, week)
) STRICT, WITHOUT ROWID;
