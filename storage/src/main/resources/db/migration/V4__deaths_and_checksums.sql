-- Accepted by H2 and PostgreSQL.

-- Attempts since the last retry during which the server's process ended, without having been told to.
ALTER TABLE trial ADD COLUMN deaths INTEGER DEFAULT 0 NOT NULL;

-- CRC-32C of what the row and those that belong to it must hold; where it is missing, it is taken at the next start.
ALTER TABLE experiment ADD COLUMN checksum BIGINT;
ALTER TABLE result ADD COLUMN checksum BIGINT;
