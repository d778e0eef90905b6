-- Accepted by H2 and PostgreSQL. Each statement can run twice: a kill in the middle of this script costs nothing.
-- See docs/decisions/023-inputs.md.

-- Points of other trials without which a trial cannot start.
CREATE TABLE IF NOT EXISTS trial_input (
  experiment VARCHAR(12) NOT NULL,
  number INTEGER NOT NULL,
  source_experiment VARCHAR(12) NOT NULL,
  source_number INTEGER NOT NULL,
  point VARCHAR(20) NOT NULL, -- as in table parameters
  PRIMARY KEY (experiment, number, source_experiment, source_number, point),
  FOREIGN KEY (experiment, number) REFERENCES trial (experiment, number),
  FOREIGN KEY (source_experiment, source_number) REFERENCES trial (experiment, number)
);
CREATE INDEX IF NOT EXISTS trial_input_by_source ON trial_input (source_experiment, source_number);

-- How many of its inputs are of trials that have not finished. Above 0, a queued trial has no row in a lane.
ALTER TABLE trial ADD COLUMN IF NOT EXISTS waits_for INTEGER DEFAULT 0 NOT NULL;
