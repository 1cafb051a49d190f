INSERT INTO outbox (chat_id, body, dedupe_key, priority, not_before, created_at, forget) VALUES (7, '{}', 'notice:1', 1, 0, 1664150400000, 2);
INSERT INTO nominee_words (fact_id, nominee_id, words) VALUES (2, 2, 'Trùng khen');
