-- Accepted by H2 and PostgreSQL. The parameters of a result at the trial's named points, packed and cut into parts of at most
-- 512 KiB: H2 takes no more than 1 MiB in a column of this type.

CREATE TABLE parameters (
  experiment VARCHAR(12) NOT NULL,
  number INTEGER NOT NULL,
  point VARCHAR(20) NOT NULL, -- initial, sgd-end, train-point, test-point
  part INTEGER NOT NULL, -- from 0
  size INTEGER NOT NULL, -- numbers in all parts together
  width INTEGER NOT NULL, -- bytes of a number before it was packed: 4 where float32 holds all of them, or 8
  numbers BYTEA NOT NULL, -- a part of a deflated array of big-endian numbers
  PRIMARY KEY (experiment, number, point, part),
  FOREIGN KEY (experiment, number) REFERENCES result (experiment, number)
);
