-- Accepted by H2 and PostgreSQL. Times are UTC, to the microsecond.

CREATE TABLE experiment (
  id VARCHAR(12) PRIMARY KEY,
  place BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE, -- the order of submission
  kind VARCHAR(50) NOT NULL,
  title VARCHAR(200) NOT NULL,
  spec VARCHAR NOT NULL, -- JSON
  state VARCHAR(10) NOT NULL,
  submitted TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  started TIMESTAMP(6) WITH TIME ZONE,
  ended TIMESTAMP(6) WITH TIME ZONE,
  deleted TIMESTAMP(6) WITH TIME ZONE
);

CREATE TABLE trial (
  experiment VARCHAR(12) NOT NULL REFERENCES experiment (id),
  number INTEGER NOT NULL,
  device VARCHAR(20) NOT NULL, -- the lane that runs it
  state VARCHAR(10) NOT NULL,
  phase VARCHAR(100) NOT NULL,
  fraction DOUBLE PRECISION NOT NULL,
  attempts INTEGER NOT NULL,
  started TIMESTAMP(6) WITH TIME ZONE,
  ended TIMESTAMP(6) WITH TIME ZONE,
  failure VARCHAR(4000),
  PRIMARY KEY (experiment, number)
);

CREATE INDEX trial_by_state ON trial (device, state);

-- One row for each finished trial: no trial is stored twice.
CREATE TABLE result (
  experiment VARCHAR(12) NOT NULL,
  number INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  sentence VARCHAR NOT NULL,
  body VARCHAR NOT NULL, -- JSON, without outcome, sentence and curves
  PRIMARY KEY (experiment, number),
  FOREIGN KEY (experiment, number) REFERENCES trial (experiment, number)
);

-- The long series of a result, each a deflated array of big-endian doubles.
CREATE TABLE curve (
  experiment VARCHAR(12) NOT NULL,
  number INTEGER NOT NULL,
  path VARCHAR(200) NOT NULL, -- its place in the result's JSON: line.alpha
  size INTEGER NOT NULL,
  numbers BYTEA NOT NULL,
  PRIMARY KEY (experiment, number, path),
  FOREIGN KEY (experiment, number) REFERENCES result (experiment, number)
);

CREATE TABLE event (
  sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  experiment VARCHAR(12) NOT NULL REFERENCES experiment (id),
  type VARCHAR(30) NOT NULL,
  trial INTEGER,
  at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  message VARCHAR NOT NULL
);

CREATE INDEX event_of_experiment ON event (experiment, sequence);
