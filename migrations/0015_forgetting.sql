-- What is forgotten once it is finished: of a message that names somebody who was erased its words
-- (1), of one to an erased account its chat too (2). It is sent first.
ALTER TABLE outbox ADD COLUMN forget INTEGER NOT NULL DEFAULT 0 CHECK (forget BETWEEN 0 AND 2);

-- Accounts of people who were erased before this stood on where they were written to, in rows whose
-- keys tell the person's number. A private chat is the account; groups have negative numbers.
UPDATE outbox SET chat_id = 0, body = '{"text":{"html":""}}'
WHERE state <> 'pending' AND chat_id > 0
    AND chat_id NOT IN (SELECT telegram_id FROM person WHERE telegram_id IS NOT NULL);

-- Where an announcement is followed matters only until it is finished.
UPDATE announcement SET chat_id = 0 WHERE finished_at IS NOT NULL;

-- What a person asked for is forgotten once it is done; the body stays different from all others.
UPDATE job SET body = '#' || id WHERE state <> 'pending' AND body LIKE '{%';

-- Few rows wait for it at any time: each that is finished asks.
CREATE INDEX outbox_forget ON outbox (id) WHERE forget > 0;

-- What the office says about a person nominated: why they were taken off a list, by which decision
-- they were rewarded. It stands beside the fact of that, as the person's name does, and goes with
-- it. Facts of older programs hold these words themselves and have no rows here.
CREATE TABLE nominee_words (
    fact_id INTEGER PRIMARY KEY REFERENCES fact (id),
    nominee_id INTEGER NOT NULL REFERENCES nominee (fact_id),
    words TEXT NOT NULL CHECK (words <> '')
) STRICT;

CREATE INDEX nominee_words_of ON nominee_words (nominee_id);
