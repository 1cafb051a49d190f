INSERT INTO campaign (id, code, created_at) VALUES (1, 'TD90', 1664150400000);
INSERT INTO person (id, telegram_id, name, post, created_at) VALUES (1, 7, 'An', 'Chủ tịch', 1664150400000);
INSERT INTO person (id, telegram_id, name, created_at, erased_at) VALUES (2, NULL, '', 1664150400000, 1664150500000);
INSERT INTO membership (person_id, campaign_id, role, unit, created_at) VALUES (1, 1, 'unit_lead', 'AB', 1664150400000);
INSERT INTO invite (code_hash, campaign_id, role, unit, created_at, expires_at, used_at, used_by) VALUES (x'00', 1, 'unit_lead', 'AB', 1664150400000, 1665360000000, 1664150400000, 1);
INSERT INTO chosen_campaign (person_id, campaign_id) VALUES (1, 1);
INSERT INTO board (chat_id, campaign_id, title, bound_by, bound_at) VALUES (-5, 1, 'Nhóm', 1, 1664150400000);
