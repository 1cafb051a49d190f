-- The way of a line follows corrections and appeals from now on; what was folded before does not,
-- and is folded again from the log.
DELETE FROM checkpoint;

-- A reply is looked up by the message it answers: without this every reply reads all of the outbox.
CREATE INDEX outbox_message ON outbox (chat_id, message_id) WHERE message_id IS NOT NULL;
