-- What the office does from day to day.

-- A campaign that is over is put away for reading only, and may be taken up again.
INSERT INTO fact_kind (kind) VALUES ('archived'), ('reopened');

CREATE INDEX fact_archiving ON fact (campaign_id, id) WHERE kind IN ('archived', 'reopened');

-- An invitation taken back, or replaced by one made anew; and whose work its taker goes on with.
ALTER TABLE invite ADD COLUMN revoked_at INTEGER;
ALTER TABLE invite ADD COLUMN successor_of INTEGER REFERENCES person (id);

CREATE INDEX invite_open ON invite (campaign_id, created_at)
WHERE used_at IS NULL AND revoked_at IS NULL;

-- Each board keeps one message that is edited in place and pinned: its number, and the text it
-- was last given, so that an edit which changes nothing is not asked for.
ALTER TABLE board ADD COLUMN status_message_id INTEGER;
ALTER TABLE board ADD COLUMN status_text TEXT NOT NULL DEFAULT '';
-- When the office was told that the bot may not pin there: once is enough.
ALTER TABLE board ADD COLUMN pin_told_at INTEGER;

-- An announcement under way: what was said to whom is in the outbox under its number; here is what
-- the progress message needs, and by what the same words to the same people are recognised.
CREATE TABLE announcement (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    chat_id INTEGER NOT NULL,
    -- SHA-256 over the audience and the text: the text itself is only in the messages.
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    -- The row of the message that shows how far it has come, and what it last showed.
    outbox_id INTEGER,
    shown TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;

CREATE INDEX announcement_digest ON announcement (campaign_id, digest, created_at);
