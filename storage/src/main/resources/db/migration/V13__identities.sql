-- Accepted by H2 and PostgreSQL. Can run twice. See docs/decisions/051-sign-in-by-a-provider.md.

-- Whom an account is for an OpenID provider: by issuer and subject, which it never gives to somebody else.
CREATE TABLE IF NOT EXISTS account_identity (
  issuer VARCHAR(500) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  account VARCHAR(60) NOT NULL REFERENCES account (name) ON DELETE CASCADE,
  linked TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE INDEX IF NOT EXISTS account_identity_of_account ON account_identity (account);
