-- Through which link a line was sold: with each entry that it earned and lost by it.
ALTER TABLE commission_entry
    ADD COLUMN link text,
    ADD CONSTRAINT only_distribution_comes_through_a_link
        CHECK (link IS NULL OR channel = 'DISTRIBUTION');
CREATE INDEX commission_entry_of_link ON commission_entry (link) WHERE link IS NOT NULL;
CREATE INDEX commission_attribution_of_link ON commission_attribution (link);
CREATE INDEX commission_rule_of_distribution ON commission_rule (product_id, depth, id DESC)
    WHERE kind = 'DISTRIBUTION';
