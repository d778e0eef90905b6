-- Accepted by H2 and PostgreSQL. Each statement can run twice: a kill in the middle of this script costs nothing.
-- See docs/decisions/046-problems-keys-and-the-described-interface.md.

-- The experiment that a request with this key made. It is written in the transaction that keeps the experiment.
CREATE TABLE IF NOT EXISTS idempotency_key (
  account VARCHAR(200) NOT NULL, -- whose key it is; empty for the server's own
  name VARCHAR(255) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL, -- SHA-256 of the request's body, in hexadecimal digits
  experiment VARCHAR(12) NOT NULL REFERENCES experiment (id),
  stored TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (account, name)
);
CREATE INDEX IF NOT EXISTS idempotency_key_by_time ON idempotency_key (stored);
CREATE INDEX IF NOT EXISTS idempotency_key_by_experiment ON idempotency_key (experiment);
