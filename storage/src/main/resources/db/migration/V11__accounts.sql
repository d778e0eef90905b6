-- Accepted by H2 and PostgreSQL. Can run twice.

-- Names this installation, so that the cookies of two servers on one host differ.
CREATE TABLE IF NOT EXISTS installation (
  id VARCHAR(12) PRIMARY KEY
);

CREATE TABLE IF NOT EXISTS account (
  name VARCHAR(60) PRIMARY KEY, -- in lower case
  role VARCHAR(20) NOT NULL,
  password VARCHAR(300), -- Argon2id; none until a one-time link was followed
  disabled BOOLEAN NOT NULL,
  created TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_sign_in TIMESTAMP(6) WITH TIME ZONE
);

-- A session: who holds the cookie is that account, until either time.
CREATE TABLE IF NOT EXISTS sign_in (
  hash VARCHAR(64) PRIMARY KEY, -- SHA-256 of what the cookie holds
  id VARCHAR(12) NOT NULL UNIQUE,
  account VARCHAR(60) NOT NULL REFERENCES account (name) ON DELETE CASCADE,
  started TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_used TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  idle_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  valid_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  address VARCHAR(60) NOT NULL,
  agent VARCHAR(200) NOT NULL
);

CREATE INDEX IF NOT EXISTS sign_in_of_account ON sign_in (account);

CREATE TABLE IF NOT EXISTS api_token (
  hash VARCHAR(64) PRIMARY KEY, -- SHA-256 of the token
  id VARCHAR(12) NOT NULL UNIQUE,
  account VARCHAR(60) NOT NULL REFERENCES account (name) ON DELETE CASCADE,
  title VARCHAR(100) NOT NULL,
  scope VARCHAR(20) NOT NULL,
  created TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_used TIMESTAMP(6) WITH TIME ZONE
);

CREATE INDEX IF NOT EXISTS api_token_of_account ON api_token (account);

-- Lets somebody choose a password once; without an account it makes the first administrator.
CREATE TABLE IF NOT EXISTS one_time_link (
  hash VARCHAR(64) PRIMARY KEY,
  account VARCHAR(60) REFERENCES account (name) ON DELETE CASCADE,
  expires TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- Who did what to what. Names stay when accounts go.
CREATE TABLE IF NOT EXISTS audit_entry (
  sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  account VARCHAR(60) NOT NULL,
  address VARCHAR(60) NOT NULL,
  action VARCHAR(40) NOT NULL,
  subject VARCHAR(200) NOT NULL
);

CREATE INDEX IF NOT EXISTS audit_entry_by_time ON audit_entry (at);
