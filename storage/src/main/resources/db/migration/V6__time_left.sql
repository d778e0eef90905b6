-- Accepted by H2 and PostgreSQL. Each statement can run twice.

-- The time of all its trials one after another, as estimated before it was submitted; null where nobody asked.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS expected_seconds DOUBLE PRECISION;

-- The share of the trial that its last attempt found done in a checkpoint: no work of the seconds that the attempt took.
ALTER TABLE trial ADD COLUMN IF NOT EXISTS found DOUBLE PRECISION DEFAULT 0 NOT NULL;

-- Of the weight of finished trials, what their last attempts found done.
ALTER TABLE tally ADD COLUMN IF NOT EXISTS found DOUBLE PRECISION DEFAULT 0 NOT NULL;
