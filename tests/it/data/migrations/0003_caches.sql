INSERT INTO pending (fact_id, campaign_id, kind, unit, indicator) VALUES (2, 1, 'reported', 'AB', 'THUE');
INSERT INTO checkpoint (campaign_id, unit, week, definition_id, state) VALUES (1, 'AB', 1, 1, '{}');
