-- Where customers reach one of the staff; empty for nobody's business.
ALTER TABLE account ADD COLUMN staff_phone text NOT NULL DEFAULT '';
