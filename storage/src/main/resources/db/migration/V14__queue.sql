-- Accepted by H2 and PostgreSQL. Each statement can run twice. See docs/decisions/056-the-queue.md.

-- Which experiment goes first: -10 to 10, the higher ones first.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS priority SMALLINT DEFAULT 0 NOT NULL;

-- Its place among those of its priority, where somebody moved it to the front; else by its submission.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS turn BIGINT;

-- How long each of its trials may take, over all its attempts; null where the server's own limit holds.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS trial_seconds DOUBLE PRECISION;

-- Seconds that its attempts worked, since it last began anew.
ALTER TABLE trial ADD COLUMN IF NOT EXISTS spent DOUBLE PRECISION DEFAULT 0 NOT NULL;

-- Attempts since the last retry that the machine failed, and when it is tried again by itself.
ALTER TABLE trial ADD COLUMN IF NOT EXISTS faults INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE trial ADD COLUMN IF NOT EXISTS again_at TIMESTAMP(6) WITH TIME ZONE;

-- Whether it failed for want of time alone, so that a retry goes on from its checkpoint.
ALTER TABLE trial ADD COLUMN IF NOT EXISTS goes_on BOOLEAN DEFAULT FALSE NOT NULL;

-- The lanes that ever were, by their devices, and since when each is paused: every worker obeys.
CREATE TABLE IF NOT EXISTS lane (
  device VARCHAR(20) PRIMARY KEY,
  paused TIMESTAMP(6) WITH TIME ZONE
);
