-- Accepted by H2 and PostgreSQL. Each statement can run twice. See docs/decisions/058-being-observed.md.

-- Who is told of experiments that ended.
CREATE TABLE IF NOT EXISTS recipient (
  id VARCHAR(12) PRIMARY KEY,
  address VARCHAR(2000) NOT NULL, -- https://..., or mailto:...
  told_of VARCHAR(100) NOT NULL, -- states of experiments, with commas between them
  secret VARCHAR(100) NOT NULL, -- signs what is sent: it cannot be a hash
  enabled BOOLEAN NOT NULL,
  created TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- A notice on its way to one recipient; it is written in the transaction that ends the experiment.
CREATE TABLE IF NOT EXISTS delivery (
  id VARCHAR(40) PRIMARY KEY,
  recipient VARCHAR(12) NOT NULL REFERENCES recipient (id) ON DELETE CASCADE,
  body VARCHAR NOT NULL, -- JSON
  made TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  tries INTEGER NOT NULL,
  next_try TIMESTAMP(6) WITH TIME ZONE, -- none once it was delivered or given up
  tried TIMESTAMP(6) WITH TIME ZONE, -- the last time
  delivered BOOLEAN NOT NULL,
  answer VARCHAR(500) NOT NULL -- to the last try
);

CREATE INDEX IF NOT EXISTS delivery_by_next_try ON delivery (next_try);
CREATE INDEX IF NOT EXISTS delivery_of_recipient ON delivery (recipient, made);
