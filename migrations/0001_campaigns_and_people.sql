-- Who takes part. A campaign's definition itself is a fact of the log; here is only what the log
-- refers to by number, and what people may change or erase without touching it.
CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

-- Erasing somebody empties this row and keeps its number, so the log's arithmetic stays.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    telegram_id INTEGER UNIQUE,
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT 'vi' CHECK (language IN ('vi', 'en')),
    -- 'digest': one message for all that is due; 'single': one for each.
    reminders TEXT NOT NULL DEFAULT 'digest' CHECK (reminders IN ('digest', 'single')),
    paused_until INTEGER,
    -- Minutes of the day in the campaign's zone.
    quiet_from INTEGER NOT NULL DEFAULT 1260 CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_until INTEGER NOT NULL DEFAULT 390 CHECK (quiet_until BETWEEN 0 AND 1439),
    created_at INTEGER NOT NULL,
    erased_at INTEGER,
    CHECK (erased_at IS NULL OR telegram_id IS NULL)
) STRICT;

CREATE TABLE membership (
    person_id INTEGER NOT NULL REFERENCES person (id),
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    role TEXT NOT NULL CHECK (
        role IN ('office', 'leader', 'verifier', 'unit_lead', 'reporter', 'council', 'observer')
    ),
    -- Empty text rather than NULL, so that the primary key forbids a role twice.
    unit TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, campaign_id, role, unit),
    CHECK (role NOT IN ('verifier', 'unit_lead', 'reporter') OR unit <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_by_role ON membership (campaign_id, role, unit);

-- Only the hash of a code is kept: who reads the database cannot join with it.
CREATE TABLE invite (
    code_hash BLOB PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    role TEXT NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    post TEXT NOT NULL DEFAULT '',
    created_by INTEGER REFERENCES person (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    used_by INTEGER REFERENCES person (id),
    CHECK ((used_at IS NULL) = (used_by IS NULL))
) STRICT, WITHOUT ROWID;

-- The campaign a person last chose, where there are several.
CREATE TABLE chosen_campaign (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    campaign_id INTEGER NOT NULL REFERENCES campaign (id)
) STRICT;

-- Groups bound as public boards.
CREATE TABLE board (
    chat_id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    thread_id INTEGER,
    title TEXT NOT NULL DEFAULT '',
    bound_by INTEGER NOT NULL REFERENCES person (id),
    bound_at INTEGER NOT NULL,
    -- When posts stopped reaching it: the bot was removed or muted.
    lost_at INTEGER
) STRICT;
