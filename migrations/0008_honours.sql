-- Badges and what took them back, what a closing came to beside its table, examples of the week and
-- thanks between units.
INSERT INTO fact_kind (kind) VALUES
    ('badge_given'), ('badge_revoked'), ('week_honoured'), ('example_nominated'),
    ('example_chosen'), ('kudos_given');

-- What a checkpoint holds has grown; it is folded again from the log when next needed.
DELETE FROM checkpoint;
