-- Accepted by H2 and PostgreSQL. Can run twice. See docs/decisions/057-backups.md.

-- Bytes of a result with its curves and parameters, as they are stored.
ALTER TABLE result ADD COLUMN IF NOT EXISTS bytes BIGINT;
UPDATE result SET bytes = OCTET_LENGTH(body)
    + COALESCE((SELECT SUM(OCTET_LENGTH(curve.numbers)) FROM curve
        WHERE curve.experiment = result.experiment AND curve.number = result.number), 0)
    + COALESCE((SELECT SUM(OCTET_LENGTH(parameters.numbers)) FROM parameters
        WHERE parameters.experiment = result.experiment AND parameters.number = result.number), 0)
  WHERE bytes IS NULL;

-- What an experiment takes on the disk is summed up from this alone.
CREATE INDEX IF NOT EXISTS result_bytes ON result (experiment, bytes);
