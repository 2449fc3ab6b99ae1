CREATE SEQUENCE receipt_number MINVALUE 1 MAXVALUE 999999 CYCLE;

-- Payments of what customers owe: one person records what the bank received, another one confirms it;
-- only then the ledger knows it.
CREATE TABLE receipt (
    number           text PRIMARY KEY REFERENCES bank_transfer (document),
    customer_id      uuid           NOT NULL,
    customer_name    text           NOT NULL,
    amount           numeric(18, 2) NOT NULL CHECK (amount > 0),
    bank_reference   text           NOT NULL CHECK (bank_reference <> ''),
    received_on      date           NOT NULL,
    note             text           NOT NULL,
    -- which it settles first
    orders           text[]         NOT NULL,
    state            text           NOT NULL
        CHECK (state IN ('RECORDED', 'CONFIRMED', 'DISCARDED', 'REVERSAL_ASKED', 'REVERSED')),
    recorded_by_id   text           NOT NULL,
    recorded_by_name text           NOT NULL,
    recorded_at      timestamptz    NOT NULL
);

CREATE INDEX receipt_newest ON receipt (recorded_at DESC, number DESC);
CREATE INDEX receipt_of_customer ON receipt (customer_id, recorded_at DESC, number DESC);
CREATE INDEX receipt_by_state ON receipt (state, recorded_at DESC, number DESC);

-- Everything that was done about a receipt, by whom.
CREATE TABLE receipt_act (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    receipt  text        NOT NULL REFERENCES receipt,
    kind     text        NOT NULL CHECK (kind IN ('RECORDED', 'CONFIRMED', 'DISCARDED',
        'REVERSAL_ASKED', 'REVERSAL_DECLINED', 'REVERSED')),
    -- the how manieth request to reverse it is about; 0 for none
    request  integer     NOT NULL CHECK (request >= 0),
    by_id    text        NOT NULL,
    by_name  text        NOT NULL,
    at       timestamptz NOT NULL,
    reason   text        NOT NULL,
    CHECK ((kind IN ('REVERSAL_ASKED', 'REVERSAL_DECLINED', 'REVERSED')) = (request > 0)),
    CHECK ((kind IN ('DISCARDED', 'REVERSAL_ASKED')) <= (reason <> ''))
);

CREATE INDEX receipt_act_of ON receipt_act (receipt, id);
-- Each happens once.
CREATE UNIQUE INDEX receipt_act_once ON receipt_act (receipt, kind, request);

CREATE TRIGGER receipt_act_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_act
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

-- Who owes how much on a day, over the tables of customers and of receivables. Overdue is reckoned
-- as the ledger does for one customer.
CREATE FUNCTION debtors(today date)
    RETURNS TABLE (customer_id uuid, number text, name text, credit_limit numeric, balance numeric,
                   used numeric, overdue numeric, free numeric)
    LANGUAGE sql STABLE AS
$$
SELECT a.customer_id, c.number, c.name, a.credit_limit, a.balance, a.balance + a.committed,
       greatest(0, a.balance - coalesce(e.amount, 0) + coalesce(m.amount, 0)),
       a.credit_limit - a.balance - a.committed
FROM receivable_account a
JOIN customer c ON c.id = a.customer_id
LEFT JOIN (SELECT customer_id, sum(amount) AS amount FROM receivable_entry
           WHERE due >= today GROUP BY customer_id) e ON e.customer_id = a.customer_id
LEFT JOIN (SELECT customer_id, sum(amount) AS amount FROM receivable_allocation
           WHERE due >= today GROUP BY customer_id) m ON m.customer_id = a.customer_id
$$;

-- Of all customers, what is not due yet.
CREATE INDEX receivable_entry_not_due ON receivable_entry (due) INCLUDE (customer_id, amount)
    WHERE due IS NOT NULL;
