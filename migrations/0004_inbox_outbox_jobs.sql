-- What Telegram told us, committed before it is acknowledged.
CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    raw TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'parked')),
    attempts INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER,
    CHECK ((state = 'pending') = (finished_at IS NULL))
) STRICT;

CREATE INDEX inbox_pending ON inbox (update_id) WHERE state = 'pending';
CREATE INDEX inbox_finished ON inbox (finished_at) WHERE finished_at IS NOT NULL;

-- What we mean to tell Telegram, committed with the fact that caused it.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    dedupe_key TEXT UNIQUE,
    -- 0 answers a person, 1 is a notice to one person, 2 a broadcast.
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 2),
    not_before INTEGER NOT NULL,
    expires_at INTEGER,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'dropped')),
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Why it was given up, in the sender's words; never the text itself.
    reason TEXT,
    message_id INTEGER,
    finished_at INTEGER,
    CHECK ((state = 'pending') = (finished_at IS NULL)),
    CHECK ((state = 'dropped') = (reason IS NOT NULL))
) STRICT;

CREATE INDEX outbox_pending ON outbox (priority, id) WHERE state = 'pending';
CREATE INDEX outbox_pending_of_chat ON outbox (chat_id, id) WHERE state = 'pending';
CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL;

-- Rendered files by content, uploaded once.
CREATE TABLE artifact (
    hash BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    file_id TEXT,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the wall clock has called for, once for each name and due time.
CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER REFERENCES campaign (id),
    name TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    -- What the job is about, where the name and the time do not say it.
    body TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL,
    finished_at INTEGER,
    CHECK ((state = 'pending') = (finished_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX job_once ON job (COALESCE(campaign_id, 0), name, due_at, body);
CREATE INDEX job_pending ON job (due_at, id) WHERE state = 'pending';

-- A guided conversation in the middle, so that it survives a restart.
CREATE TABLE flow (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    -- None while the first campaign is being imported.
    campaign_id INTEGER REFERENCES campaign (id),
    -- Grows with each step: a button of an earlier step is stale.
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (json_valid(state)),
    -- The message that is edited in place: by its number once Telegram gave one.
    outbox_id INTEGER,
    message_id INTEGER,
    updated_at INTEGER NOT NULL
) STRICT;

-- Each start is recorded first of all, which proves the file can be written.
CREATE TABLE process_start (
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    -- The bot's name in links, once Telegram has told it: invitations are made offline too.
    username TEXT
) STRICT;
