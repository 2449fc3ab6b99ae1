-- Which documents a buyer must have. Rows with one requirement are alternatives: any one of them
-- fulfils it. One that locks everything stops all ordering when it is not valid; the others stop
-- what they open (sale_rule).
CREATE TABLE mandatory_document (
    customer_type    text    NOT NULL,
    requirement      text    NOT NULL,
    document_type    text    NOT NULL,
    locks_everything boolean NOT NULL,
    PRIMARY KEY (customer_type, document_type)
);
INSERT INTO mandatory_document
SELECT customer_type, document_type, document_type, true
FROM unnest(ARRAY['PHARMACY', 'PHARMACY_CHAIN', 'WHOLESALER', 'HOSPITAL', 'CLINIC']) customer_type,
     unnest(ARRAY['BUSINESS_LICENCE', 'PURCHASER_AUTHORISATION', 'QUALITY_AGREEMENT',
                  'INVOICING_DATA']) document_type;
INSERT INTO mandatory_document VALUES
    ('PHARMACY',       'DRUG_DISTRIBUTION_LICENCE', 'DRUG_DISTRIBUTION_LICENCE', false),
    ('PHARMACY_CHAIN', 'DRUG_DISTRIBUTION_LICENCE', 'DRUG_DISTRIBUTION_LICENCE', false),
    ('WHOLESALER',     'DRUG_DISTRIBUTION_LICENCE', 'DRUG_DISTRIBUTION_LICENCE', false),
    ('HOSPITAL',       'PRACTICE',                  'PRACTICE_LICENCE',          false),
    ('CLINIC',         'PRACTICE',                  'PRACTICE_LICENCE',          false),
    ('CLINIC',         'PRACTICE',                  'CLINIC_FILING',             false);

-- A category may be sold to a kind of buyer whose valid document states the scope code; an empty
-- code means that the document alone suffices. Several rows are alternatives, no row is never.
CREATE TABLE sale_rule (
    category      text NOT NULL,
    customer_type text NOT NULL,
    document_type text NOT NULL,
    scope_code    text NOT NULL,
    PRIMARY KEY (category, customer_type, document_type, scope_code),
    -- Narcotics and psychotropics of class I are never sold through the mall.
    CHECK (category NOT IN ('NARCOTIC', 'PSYCHOTROPIC_I')),
    -- Psychotropics of class II: approved chains only.
    CHECK (category <> 'PSYCHOTROPIC_II' OR customer_type = 'PHARMACY_CHAIN')
);
-- Distributors: what their drug distribution licence states, word for word.
INSERT INTO sale_rule
SELECT category, customer_type, 'DRUG_DISTRIBUTION_LICENCE', category
FROM unnest(ARRAY['PHARMACY', 'PHARMACY_CHAIN', 'WHOLESALER']) customer_type,
     unnest(ARRAY['PRESCRIPTION', 'OTC_A', 'OTC_B', 'BIOLOGICAL', 'TCM_PIECES', 'INSULIN',
                  'CONTROLLED_COMPOUND']) category;
-- Insulin is a biological product: a scope that states these covers it.
INSERT INTO sale_rule
SELECT 'INSULIN', customer_type, 'DRUG_DISTRIBUTION_LICENCE', 'BIOLOGICAL'
FROM unnest(ARRAY['PHARMACY', 'PHARMACY_CHAIN', 'WHOLESALER']) customer_type;
INSERT INTO sale_rule VALUES
    ('PSYCHOTROPIC_II',  'PHARMACY_CHAIN', 'DRUG_DISTRIBUTION_LICENCE', 'PSYCHOTROPIC_II'),
    -- Anabolic agents and peptide hormones: not to pharmacies.
    ('ANABOLIC_PEPTIDE', 'WHOLESALER',     'DRUG_DISTRIBUTION_LICENCE', 'ANABOLIC_PEPTIDE');
-- Those who treat patients: their practice document suffices.
INSERT INTO sale_rule
SELECT category, customer_type, document_type, ''
FROM (VALUES ('HOSPITAL', 'PRACTICE_LICENCE'), ('CLINIC', 'PRACTICE_LICENCE'),
             ('CLINIC', 'CLINIC_FILING')) practice (customer_type, document_type),
     unnest(ARRAY['PRESCRIPTION', 'OTC_A', 'OTC_B', 'BIOLOGICAL', 'TCM_PIECES', 'INSULIN',
                  'CONTROLLED_COMPOUND', 'DEVICE_II', 'DEVICE_III']) category;
INSERT INTO sale_rule VALUES ('ANABOLIC_PEPTIDE', 'HOSPITAL', 'PRACTICE_LICENCE', '');
-- Devices, for those who resell them.
INSERT INTO sale_rule
SELECT category, customer_type, document_type, ''
FROM unnest(ARRAY['PHARMACY', 'PHARMACY_CHAIN', 'WHOLESALER']) customer_type,
     (VALUES ('DEVICE_II', 'DEVICE_II_FILING'), ('DEVICE_III', 'DEVICE_III_LICENCE'))
         device (category, document_type);
-- Food for special use needs its scope on the business licence; the rest, the licence alone.
INSERT INTO sale_rule
SELECT category, customer_type, 'BUSINESS_LICENCE', scope_code
FROM unnest(ARRAY['PHARMACY', 'PHARMACY_CHAIN', 'WHOLESALER', 'HOSPITAL', 'CLINIC']) customer_type,
     (VALUES ('HEALTH_FOOD', 'HEALTH_FOOD'), ('OTHER', '')) rest (category, scope_code);

-- The seller's own licences. Empty until this installation's are declared: nothing is sold before.
CREATE TABLE seller_licence (
    number      text PRIMARY KEY,
    valid_until date, -- null: long-term
    scope       text[] NOT NULL
);
