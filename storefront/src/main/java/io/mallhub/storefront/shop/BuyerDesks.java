package io.mallhub.storefront.shop;

import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.DocumentView;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.StaffView;
import io.mallhub.ledger.Receivables;
import io.mallhub.ledger.Receivables.CreditPosition;
import io.mallhub.order.OrderRow;
import io.mallhub.order.Orders;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a buyer needs to see first, by the stage his company is in. */
@Component
class BuyerDesks {
    private static final int RECENT = 4;

    private final Customers customers;
    private final Registrations registrations;
    private final Orders orders;
    private final Receivables receivables;
    private final Accounts accounts;

    BuyerDesks(
            Customers customers,
            Registrations registrations,
            Orders orders,
            Receivables receivables,
            Accounts accounts) {
        this.customers = customers;
        this.registrations = registrations;
        this.orders = orders;
        this.receivables = receivables;
        this.accounts = accounts;
    }

    BuyerDesk of(BuyerView buyer) {
        CustomerView company = customers.customer(buyer.company()).orElseThrow();
        return new BuyerDesk(
                company,
                registrations.applicationOf(buyer.company()).orElse(null),
                receivables.position(buyer.company()),
                orders.page(Orders.OrderQuery.of(buyer.company()), PageRequest.first(RECENT)),
                company.documents().stream()
                        .filter(document -> document.data().validUntil() != null)
                        .min(Comparator.comparing(document -> document.data().validUntil()))
                        .orElse(null));
    }

    /** The salesperson to ask; empty where nobody sells to the company. */
    Optional<Seller> sellerTo(BuyerView buyer) {
        return customers
                .salespersonOf(buyer.company())
                .flatMap(accounts::staff)
                .filter(StaffView::enabled)
                .map(it -> new Seller(it.name(), it.phone()));
    }

    /**
     * @param phone empty for none
     */
    record Seller(String name, String phone) {
        /** As a link has it. */
        public String dialled() {
            return phone.replaceAll("[^+0-9]", "");
        }
    }

    /**
     * @param application null for a company that came from the ERP
     * @param orders the newest, and how many there are
     * @param firstToExpire null when no document ever does
     */
    record BuyerDesk(
            CustomerView company,
            @Nullable ApplicationView application,
            CreditPosition credit,
            Page<OrderRow> orders,
            @Nullable DocumentView firstToExpire) {}
}
