-- The people whom a definition lists (`Nguoi`), in its order. They stand beside the log and not in
-- it, because a fact is hashed and can never be changed: erasing empties a row's name and post, and
-- what stays says only that somebody was listed there. Definitions of older programs hold their
-- people themselves and have no rows here.
CREATE TABLE listed_person (
    fact_id INTEGER NOT NULL REFERENCES fact (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    -- Empty text where the row names no unit.
    unit TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL CHECK (
        role IN ('office', 'leader', 'verifier', 'unit_lead', 'reporter', 'council', 'observer')
    ),
    erased_at INTEGER,
    PRIMARY KEY (fact_id, position),
    CHECK (CASE WHEN erased_at IS NULL THEN name <> '' ELSE name = '' AND post = '' END)
) STRICT, WITHOUT ROWID;

-- By the newest erasure a program that keeps a definition in memory notices that it must read again.
CREATE INDEX listed_person_erased ON listed_person (erased_at) WHERE erased_at IS NOT NULL;

CREATE TRIGGER listed_person_is_of_a_definition BEFORE INSERT ON listed_person
WHEN NOT EXISTS (SELECT 1 FROM fact WHERE id = NEW.fact_id AND kind = 'defined')
BEGIN
    SELECT RAISE(ABORT, 'people are listed by definitions only');
END;

CREATE TRIGGER listed_person_only_loses_its_name BEFORE UPDATE ON listed_person
WHEN OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL
    OR NEW.fact_id <> OLD.fact_id OR NEW.position <> OLD.position
    OR NEW.unit <> OLD.unit OR NEW.role <> OLD.role
BEGIN
    SELECT RAISE(ABORT, 'listed people are only ever erased');
END;

CREATE TRIGGER listed_person_is_never_removed BEFORE DELETE ON listed_person
BEGIN
    SELECT RAISE(ABORT, 'listed people are only ever erased');
END;
