INSERT INTO evidence (fact_id, unique_id, campaign_id, entry_id) VALUES (2, 'AQAD1', 1, 2);
INSERT INTO picture (unique_id, look) VALUES ('AQAD1', -1), ('AQAD2', NULL);
INSERT INTO picture_band (band, bits, unique_id) VALUES (0, 1023, 'AQAD1');
