INSERT INTO outbox (chat_id, body, priority, not_before, created_at, state, message_id, finished_at) VALUES (7, '{}', 0, 0, 1664150400000, 'sent', 12, 1664150400000);
