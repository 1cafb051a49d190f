INSERT INTO nominee (fact_id, person_id, name, post, achievement, evidence) VALUES (2, 1, 'Nguyễn Văn A', 'Công chức', 'Thu đủ nợ cũ', '[{"photo":{"file_id":"f","unique_id":"u"}}]');
INSERT INTO nominee (fact_id, name, erased_at) VALUES (1, '', 1664150500000);
INSERT INTO ballot (key, vote_id, candidate, choice) VALUES (randomblob(16), 2, 'nomination:1', 'agree');
