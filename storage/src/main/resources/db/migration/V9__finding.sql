-- Accepted by H2 and PostgreSQL. Each statement can run twice: a kill in the middle of this script costs nothing.
-- See docs/decisions/042-labels-and-notes.md and 043-the-search-language.md.

-- What a person put on an experiment.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS favourite BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS archived TIMESTAMP(6) WITH TIME ZONE;

CREATE TABLE IF NOT EXISTS tag (
  experiment VARCHAR(12) NOT NULL REFERENCES experiment (id),
  name VARCHAR(40) NOT NULL,
  PRIMARY KEY (experiment, name)
);
CREATE INDEX IF NOT EXISTS tag_by_name ON tag (name, experiment);

-- Every version of an experiment's note stays.
CREATE TABLE IF NOT EXISTS note (
  experiment VARCHAR(12) NOT NULL REFERENCES experiment (id),
  version INTEGER NOT NULL, -- from 1
  text VARCHAR NOT NULL, -- Markdown
  at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (experiment, version)
);

-- What a search compares with beside words: names in the spec, null where its kind has none.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS dataset VARCHAR(50);
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS network VARCHAR(50);

-- Numbers and words of the findings that a search can ask for, as of so many results.
CREATE TABLE IF NOT EXISTS finding (
  experiment VARCHAR(12) NOT NULL REFERENCES experiment (id),
  name VARCHAR(50) NOT NULL,
  number DOUBLE PRECISION, -- null where it is a word
  word VARCHAR(50),
  PRIMARY KEY (experiment, name)
);
-- Of how many results the findings are; null before they were ever kept.
ALTER TABLE experiment ADD COLUMN IF NOT EXISTS found_over INTEGER;

CREATE TABLE IF NOT EXISTS saved_search (
  id VARCHAR(12) PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  query VARCHAR(1000) NOT NULL,
  created TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  deleted TIMESTAMP(6) WITH TIME ZONE
);

-- The words of a spec without its title, which can change: FillTallies writes them anew, and the dataset and the network.
UPDATE experiment SET words = NULL;
