-- Accepted by H2 and PostgreSQL. Each statement can run twice: a kill in the middle of this script costs nothing.
-- See docs/decisions/020-documents-and-doors.md.

-- A stored spec or result is a document: its format, the version of the format, its JSON. The format of a spec is its kind.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS version INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE result ADD COLUMN IF NOT EXISTS version INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE result ADD COLUMN IF NOT EXISTS format VARCHAR(50) DEFAULT '' NOT NULL;

-- The type stands first in the JSON; the oldest results have none, and their outcome tells it.
UPDATE result SET format = CASE
    WHEN body LIKE '{"type":"%' THEN SUBSTRING(body FROM 10 FOR POSITION('"' IN SUBSTRING(body FROM 10 FOR 60)) - 1)
    WHEN outcome = 'diverged' THEN 'diverged'
    ELSE 'shift-measurement' END
  WHERE format = '';

-- What a search looks in: lower-case words. Null in a row of before, until FillTallies has seen it.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS words VARCHAR;

-- The expected cost of a trial, which weighs its share of the progress, and the outcome of its result.
ALTER TABLE trial ADD COLUMN IF NOT EXISTS weight DOUBLE PRECISION DEFAULT 1 NOT NULL;
ALTER TABLE trial ADD COLUMN IF NOT EXISTS outcome VARCHAR(20) DEFAULT '' NOT NULL;
UPDATE trial SET outcome = (SELECT result.outcome FROM result
      WHERE result.experiment = trial.experiment AND result.number = trial.number)
  WHERE state = 'finished' AND outcome = '';

-- How many trials of an experiment stand where: what lists, progress and health read in place of the trials. Every change of a
-- trial's state changes it in the same transaction. No row says 0.
CREATE TABLE IF NOT EXISTS tally (
  experiment VARCHAR(12) NOT NULL REFERENCES experiment (id),
  state VARCHAR(10) NOT NULL,
  outcome VARCHAR(20) NOT NULL, -- of finished trials; else empty
  trials INTEGER NOT NULL,
  weight DOUBLE PRECISION NOT NULL, -- of all of them
  seconds DOUBLE PRECISION NOT NULL, -- that the last attempts of those that finished took
  PRIMARY KEY (experiment, state, outcome)
);
CREATE INDEX IF NOT EXISTS tally_by_state ON tally (state);

CREATE INDEX IF NOT EXISTS trial_by_state_and_device ON trial (state, device);
DROP INDEX IF EXISTS trial_by_state;
CREATE INDEX IF NOT EXISTS experiment_by_state ON experiment (state);
