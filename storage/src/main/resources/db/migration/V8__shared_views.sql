-- Accepted by H2 and PostgreSQL. Each statement can run twice: a kill in the middle of this script costs nothing.
-- See docs/decisions/041-frozen-views.md.

-- A frozen view that whoever has its link can read. The link's token is stored as its SHA-256 alone.
CREATE TABLE IF NOT EXISTS shared_view (
  id VARCHAR(12) PRIMARY KEY,
  token_hash VARCHAR(64) NOT NULL UNIQUE, -- SHA-256 of the token, hexadecimal
  subject VARCHAR(20) NOT NULL, -- experiment, trial, comparison or claims
  trial INTEGER, -- its number, of a trial
  title VARCHAR(1000) NOT NULL,
  format VARCHAR(50) NOT NULL,
  version INTEGER NOT NULL,
  sha256 VARCHAR(64) NOT NULL, -- of what is downloaded as its data, hexadecimal
  size BIGINT NOT NULL, -- bytes of that
  kept BOOLEAN NOT NULL, -- whether it outlives its experiments
  creator VARCHAR(200),
  created TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires TIMESTAMP(6) WITH TIME ZONE,
  revoked TIMESTAMP(6) WITH TIME ZONE,
  accesses BIGINT DEFAULT 0 NOT NULL,
  last_access TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX IF NOT EXISTS shared_view_by_time ON shared_view (created);

-- The experiments that it is of, which may be gone.
CREATE TABLE IF NOT EXISTS shared_view_of (
  shared_view VARCHAR(12) NOT NULL REFERENCES shared_view (id),
  place INTEGER NOT NULL,
  experiment VARCHAR(12) NOT NULL,
  PRIMARY KEY (shared_view, place)
);
CREATE INDEX IF NOT EXISTS shared_view_of_experiment ON shared_view_of (experiment);

-- Its document ("view") and the specs and results beside it ("data"), gzipped JSON in parts.
CREATE TABLE IF NOT EXISTS shared_view_part (
  shared_view VARCHAR(12) NOT NULL REFERENCES shared_view (id),
  piece VARCHAR(4) NOT NULL,
  part INTEGER NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (shared_view, piece, part)
);
