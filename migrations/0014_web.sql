-- By what leaders enter their pages in the browser: links that open once, and the sessions that
-- they opened. Only the digest is kept of what a person holds.
CREATE TABLE web_key (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    kind TEXT NOT NULL CHECK (kind IN ('link', 'session')),
    person_id INTEGER NOT NULL REFERENCES person (id),
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > created_at),
    -- When the link was used, or the session left or taken back.
    ended_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX web_key_person ON web_key (person_id);
