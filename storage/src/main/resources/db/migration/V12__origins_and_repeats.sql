-- Accepted by H2 and PostgreSQL. Can run twice. See docs/decisions/044-archives-records-and-repeats.md.

-- Where an imported experiment came from, a JSON array, the last import last; null where it was submitted here.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS origins VARCHAR;

-- The experiment that it runs again; that may be gone.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS repeats VARCHAR(12);
