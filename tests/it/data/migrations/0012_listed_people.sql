INSERT INTO listed_person (fact_id, position, name, post, unit, role) VALUES (1, 0, 'Lê Văn An', 'Chủ tịch', 'AB', 'unit_lead');
INSERT INTO listed_person (fact_id, position, name, role, erased_at) VALUES (1, 1, '', 'leader', 1664150400000);
