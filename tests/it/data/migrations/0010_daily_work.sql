INSERT INTO announcement (id, campaign_id, person_id, chat_id, digest, created_at) VALUES (1, 1, 1, 1000, zeroblob(32), 1664150400000);
