-- Orders ask for rules that change once a day. Each kind of them has a mark that changes with every
-- change: whoever keeps rules ready need only compare it. Drawn, not counted: a database that is set
-- back to an earlier hour never comes to a mark again under which something else was kept.
CREATE TABLE rule_revision (
    kind     text   PRIMARY KEY,
    revision bigint NOT NULL DEFAULT ('x' || left(md5(gen_random_uuid()::text), 16))::bit(64)::bigint
);

INSERT INTO rule_revision (kind)
VALUES ('SALE'), ('VISIBILITY'), ('PAYMENT_METHODS'), ('FLASH_SALES'), ('SHARING'), ('PROMOTIONS');

CREATE FUNCTION mark_rules() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE rule_revision SET revision = DEFAULT WHERE kind = tg_argv[0];
    RETURN NULL;
END
$$;

CREATE TRIGGER marked AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON mandatory_document
    FOR EACH STATEMENT EXECUTE FUNCTION mark_rules('SALE');
CREATE TRIGGER marked AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON sale_rule
    FOR EACH STATEMENT EXECUTE FUNCTION mark_rules('SALE');
CREATE TRIGGER marked AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON seller_licence
    FOR EACH STATEMENT EXECUTE FUNCTION mark_rules('SALE');
CREATE TRIGGER marked AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON visibility_rule
    FOR EACH STATEMENT EXECUTE FUNCTION mark_rules('VISIBILITY');
CREATE TRIGGER marked AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON payment_method_rule
    FOR EACH STATEMENT EXECUTE FUNCTION mark_rules('PAYMENT_METHODS');
CREATE TRIGGER marked AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON distribution_terms
    FOR EACH STATEMENT EXECUTE FUNCTION mark_rules('SHARING');
CREATE TRIGGER marked AFTER UPDATE ON promotion_revision
    FOR EACH STATEMENT EXECUTE FUNCTION mark_rules('PROMOTIONS');

-- When it runs, not how much of it was taken: that changes with every order.
CREATE TRIGGER marked
    AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF product_id, opens_at, closes_at, closed_at
    ON flash_occurrence
    FOR EACH STATEMENT EXECUTE FUNCTION mark_rules('FLASH_SALES');
