-- Who registers while it is OPEN looks at the catalogue with prices before his review has ended: it was so
-- all along, and rows that say OPEN go on meaning it. REVIEWED is new: until then there are no prices.
ALTER TABLE mall_doors
    DROP CONSTRAINT mall_doors_registration_check,
    ADD CONSTRAINT mall_doors_registration_check
        CHECK (registration IN ('OPEN', 'REVIEWED', 'INVITED'));
