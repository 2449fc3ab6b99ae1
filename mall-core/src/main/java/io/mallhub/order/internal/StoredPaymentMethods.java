package io.mallhub.order.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredPaymentMethods implements PaymentMethods {
    private final JdbcClient jdbc;
    private final Customers customers;
    private final OnlinePayments online;
    private final AuditLog audit;

    StoredPaymentMethods(
            JdbcClient jdbc, Customers customers, OnlinePayments online, AuditLog audit) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.online = online;
        this.audit = audit;
    }

    @Override
    public Set<PaymentMethod> offered() {
        return online.isOffered()
                ? EnumSet.allOf(PaymentMethod.class)
                : EnumSet.complementOf(EnumSet.of(PaymentMethod.ONLINE));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PaymentMethod> allowed(CustomerId customer) {
        return customers.customer(customer).map(this::allowed).orElseGet(Set::of);
    }

    private Set<PaymentMethod> allowed(CustomerView customer) {
        return allowed(customer.id(), customer.company().type());
    }

    /** The more special one comes first. */
    Set<PaymentMethod> allowed(CustomerId customer, CustomerType type) {
        Set<PaymentMethod> allowed = said(customer, type);
        allowed.retainAll(offered());
        return allowed;
    }

    private Set<PaymentMethod> said(CustomerId customer, CustomerType type) {
        return jdbc.sql(
                        """
                        SELECT methods FROM (
                            SELECT 1 AS place, methods FROM payment_methods_of_customer
                            WHERE customer_id = :customer
                            UNION ALL
                            SELECT 2, methods FROM payment_methods_of_type
                            WHERE customer_type = :type) said
                        ORDER BY place LIMIT 1
                        """)
                .param("customer", customer.value())
                .param("type", type.name())
                .query(String.class)
                .optional()
                .map(StoredPaymentMethods::methods)
                .orElseGet(() -> EnumSet.allOf(PaymentMethod.class));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CustomerType, Set<PaymentMethod>> ofTypes() {
        Map<CustomerType, Set<PaymentMethod>> said = new EnumMap<>(CustomerType.class);
        for (CustomerType type : CustomerType.values()) {
            said.put(type, EnumSet.allOf(PaymentMethod.class));
        }
        jdbc.sql("SELECT customer_type, methods FROM payment_methods_of_type")
                .query(
                        row -> {
                            said.put(
                                    CustomerType.valueOf(row.getString(1)),
                                    methods(row.getString(2)));
                        });
        return Collections.unmodifiableMap(said);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Set<PaymentMethod>> ofCustomer(CustomerId customer) {
        return jdbc.sql("SELECT methods FROM payment_methods_of_customer WHERE customer_id = ?")
                .param(customer.value())
                .query(String.class)
                .optional()
                .map(StoredPaymentMethods::methods);
    }

    @Override
    public void setOfType(CustomerType type, Set<PaymentMethod> methods, Actor by) {
        jdbc.sql(
                        """
                        INSERT INTO payment_methods_of_type (customer_type, methods)
                        VALUES (:type, :methods)
                        ON CONFLICT (customer_type) DO UPDATE SET methods = :methods
                        """)
                .param("type", type.name())
                .param("methods", text(methods))
                .update();
        audit("customer-type", type.name(), text(methods), by);
    }

    @Override
    public void setOfCustomer(CustomerId customer, @Nullable Set<PaymentMethod> methods, Actor by) {
        if (methods == null) {
            jdbc.sql("DELETE FROM payment_methods_of_customer WHERE customer_id = ?")
                    .param(customer.value())
                    .update();
        } else {
            jdbc.sql(
                            """
                            INSERT INTO payment_methods_of_customer (customer_id, methods)
                            VALUES (:customer, :methods)
                            ON CONFLICT (customer_id) DO UPDATE SET methods = :methods
                            """)
                    .param("customer", customer.value())
                    .param("methods", text(methods))
                    .update();
        }
        String said = methods == null ? "as its type" : text(methods);
        audit("customer", customer.toString(), said, by);
    }

    private void audit(String subjectType, String subject, String methods, Actor by) {
        audit.record(
                new AuditEntry(
                        by,
                        "set-payment-methods",
                        subjectType,
                        subject,
                        "",
                        Map.of("methods", methods)));
    }

    private static String text(Set<PaymentMethod> methods) {
        return methods.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Set<PaymentMethod> methods(String text) {
        return text.isEmpty()
                ? EnumSet.noneOf(PaymentMethod.class)
                : Arrays.stream(text.split(","))
                        .map(PaymentMethod::valueOf)
                        .collect(
                                Collectors.toCollection(() -> EnumSet.noneOf(PaymentMethod.class)));
    }
}
