INSERT INTO fact (id, campaign_id, kind, counted_at, recorded_at, body, prev, hash) VALUES (1, 1, 'defined', 1664150400000, 1664150400000, '{}', zeroblob(32), randomblob(32));
INSERT INTO fact (id, campaign_id, kind, number, unit, indicator, refers_to, person_id, counted_at, recorded_at, body, prev, hash) SELECT 2, 1, 'reported', 1, 'AB', 'THUE', 1, 1, 1664150400000, 1664150400001, '{}', hash, randomblob(32) FROM fact;
INSERT INTO snapshot (campaign_id, week, as_of, fact_id, body, digest) VALUES (1, 1, 1664150400000, 2, '{}', printf('%064d', 0));
