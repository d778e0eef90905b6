-- Accepted by H2 and PostgreSQL. Can run twice.

-- A search finds the numbers of a spec too: FillTallies writes the words anew.
UPDATE experiment SET words = NULL;
