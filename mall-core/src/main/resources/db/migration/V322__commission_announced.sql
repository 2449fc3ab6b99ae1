-- When the beneficiary was told of the payment, once.
ALTER TABLE commission_statement ADD COLUMN announced_at timestamptz;
