-- Accepted by H2 and PostgreSQL. Can run twice. See docs/decisions/055-workers.md.

-- The processes that run trials, or ran some: a row for each start of one. Times are those of the database's own clock.
CREATE TABLE IF NOT EXISTS worker (
  id VARCHAR(12) PRIMARY KEY,
  host VARCHAR(255) NOT NULL,
  process BIGINT NOT NULL, -- its number there
  version VARCHAR(100) NOT NULL,
  processor VARCHAR(200) NOT NULL,
  kernels VARCHAR(200) NOT NULL,
  started TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  heartbeat TIMESTAMP(6) WITH TIME ZONE, -- null where the database lets one process in: it needs none
  ended TIMESTAMP(6) WITH TIME ZONE -- when it stopped in order; null also for one that died
);
CREATE INDEX IF NOT EXISTS worker_by_end ON worker (ended);

-- The lanes that a worker serves or served.
CREATE TABLE IF NOT EXISTS worker_lane (
  worker VARCHAR(12) NOT NULL REFERENCES worker (id),
  device VARCHAR(20) NOT NULL,
  slots INTEGER NOT NULL,
  PRIMARY KEY (worker, device)
);

-- Who took the last attempt up; null for attempts of earlier versions.
ALTER TABLE trial ADD COLUMN IF NOT EXISTS worker VARCHAR(12);

-- Checkpoints in the database: the newest of each trial, in parts of at most 512 KiB. A part belongs to it once this row says so.
CREATE TABLE IF NOT EXISTS checkpoint (
  experiment VARCHAR(12) NOT NULL,
  number INTEGER NOT NULL,
  attempt INTEGER NOT NULL, -- that kept it
  serial BIGINT NOT NULL, -- of its parts
  PRIMARY KEY (experiment, number)
);
CREATE TABLE IF NOT EXISTS checkpoint_part (
  experiment VARCHAR(12) NOT NULL,
  number INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  serial BIGINT NOT NULL, -- each checkpoint of an attempt has its own
  part INTEGER NOT NULL, -- from 0
  bytes BYTEA NOT NULL,
  PRIMARY KEY (experiment, number, attempt, serial, part)
);
