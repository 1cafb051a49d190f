INSERT INTO inbox (update_id, raw, received_at) VALUES (1, '{}', 1664150400000);
INSERT INTO inbox (update_id, raw, received_at, state, finished_at) VALUES (2, '{}', 1664150400000, 'done', 1664150400000);
INSERT INTO outbox (chat_id, body, priority, not_before, created_at) VALUES (7, '{}', 0, 0, 1664150400000);
INSERT INTO outbox (chat_id, body, priority, not_before, created_at, state, reason, finished_at) VALUES (7, '{}', 0, 0, 1664150400000, 'dropped', 'expired', 1664150400000);
INSERT INTO artifact (hash, name, bytes, created_at) VALUES (x'01', 'a.png', x'02', 1664150400000);
INSERT INTO job (campaign_id, name, due_at, not_before) VALUES (1, 'close_week', 1664150400000, 1664150400000);
INSERT INTO flow (person_id, campaign_id, step, state, updated_at) VALUES (1, 1, 1, 'null', 1664150400000);
INSERT INTO process_start (version, started_at) VALUES ('0.1.0', 1664150400000);
