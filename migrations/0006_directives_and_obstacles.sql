-- Directives are acknowledged, closed, sent back and withdrawn.
INSERT INTO fact_kind (kind) VALUES
    ('directive_acknowledged'), ('directive_closed'), ('directive_reopened'),
    ('directive_withdrawn');

-- What a checkpoint holds has grown: closed obstacles, and the dates of directives. It is folded
-- again from the log when next needed.
DELETE FROM checkpoint;
