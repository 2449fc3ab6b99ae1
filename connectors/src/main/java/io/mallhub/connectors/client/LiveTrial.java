package io.mallhub.connectors.client;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.OperationTrial;
import io.mallhub.connectors.OperationTrial.Mapped;
import io.mallhub.connectors.OperationTrials.TrialOrder;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.connectors.canonical.ErpUpdate;
import io.mallhub.connectors.canonical.ErpVoucher;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.Operation;
import io.mallhub.connectors.definition.OperationKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One operation against the ERP itself, over the client every flow uses. */
final class LiveTrial {
    private static final int LARGEST = 50;

    private final Definition definition;
    private final Clock clock;

    LiveTrial(Definition definition, Clock clock) {
        this.definition = definition;
        this.clock = clock;
    }

    OperationTrial run(TrialOrder order, Function<Consumer<Exchange>, ErpClient> opening) {
        List<Exchange> exchanges = new ArrayList<>();
        @Nullable OperationKind kind =
                definition.operation(order.operation()).map(Operation::kind).orElse(null);
        if (kind == null) {
            return faulty(exchanges, "the definition has no operation '" + order.operation() + "'");
        }
        try (ErpClient erp = opening.apply(exchanges::add)) {
            Found found = call(erp, kind, new Typed(order.values()));
            return new OperationTrial(exchanges, found.records, found.more, null);
        } catch (ErpFault e) {
            return faulty(exchanges, e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (Typed.Wrong e) {
            return faulty(exchanges, String.valueOf(e.getMessage()));
        }
    }

    private static OperationTrial faulty(List<Exchange> exchanges, String fault) {
        return new OperationTrial(exchanges, List.of(), false, fault);
    }

    private Found call(ErpClient erp, OperationKind kind, Typed typed) {
        return switch (kind) {
            case LIST_PRODUCTS -> page(erp::products, typed);
            case LIST_STOCK -> page(erp::stock, typed);
            case LIST_CUSTOMERS -> page(erp::customers, typed);
            case LIST_ORDERS -> page(erp::orderChanges, typed);
            case LIST_RETURNS -> page(erp::returnChanges, typed);
            case FIND_CUSTOMER_BY_REFERENCE ->
                    all(erp.findCustomer(typed.text("reference"), "").stream().toList());
            case FIND_CUSTOMER_BY_USCC ->
                    all(erp.findCustomer("", typed.text("uscc")).stream().toList());
            case FIND_CUSTOMER -> all(erp.customerByCode(typed.text("code")).stream().toList());
            case FIND_PRODUCT -> all(erp.productByCode(typed.text("code")).stream().toList());
            case UPDATE_PRODUCT ->
                    all(
                            List.of(
                                    erp.updateProduct(
                                            change(
                                                    typed,
                                                    "name",
                                                    "dosageForm",
                                                    "strength",
                                                    "category"))));
            case UPDATE_CUSTOMER ->
                    all(
                            List.of(
                                    erp.updateCustomer(
                                            change(typed, "name", "address", "contact", "phone"))));
            case FIND_ORDERS -> all(erp.findOrders(typed.text("reference")));
            case FIND_RETURNS -> all(erp.findReturns(typed.text("reference")));
            case FIND_VOUCHERS -> all(erp.findVouchers(typed.text("reference")));
            case CREATE_CUSTOMER -> all(List.of(erp.createCustomer(customer(typed))));
            case CREATE_ORDER -> all(List.of(erp.createOrder(order(typed))));
            case CREATE_RETURN -> all(List.of(erp.createReturn(goods(typed))));
            case CREATE_VOUCHER -> all(List.of(erp.createVoucher(voucher(typed))));
            case VOID_ORDER -> {
                erp.voidOrder(typed.text("code"), typed.text("reason"));
                yield all(List.of());
            }
            case VOID_RETURN -> {
                erp.voidReturn(typed.text("code"), typed.text("reason"));
                yield all(List.of());
            }
            case PING, LOGIN -> {
                erp.ping();
                yield all(List.of());
            }
        };
    }

    private Found page(Pages pages, Typed typed) {
        ErpPage<?> page = pages.page(since(typed), typed.limit());
        return new Found(MappedRecords.of(page.records(), page.bad()), page.more());
    }

    private static Found all(List<?> records) {
        return new Found(MappedRecords.of(records, List.of()), false);
    }

    /** A local time of the ERP, as people read it there. */
    private Cursor since(Typed typed) {
        String text = typed.optional("since");
        if (text.isEmpty()) {
            return Cursor.START;
        }
        try {
            Instant at =
                    LocalDateTime.parse(text.replace(' ', 'T'))
                            .atZone(definition.formats().times().zone())
                            .toInstant();
            return new Cursor(at, "");
        } catch (DateTimeException e) {
            throw new Typed.Wrong("since", text);
        }
    }

    private static ErpCustomer customer(Typed typed) {
        return new ErpCustomer(
                "",
                typed.text("reference"),
                typed.text("name"),
                typed.optional("uscc"),
                typed.optional("address"),
                typed.optional("contact"),
                typed.optional("phone"),
                typed.optional("licenceNumber"),
                true,
                null);
    }

    /** All fields, as they are to be; without a version, whoever was faster is written over. */
    private static ErpUpdate change(Typed typed, String... fields) {
        Map<String, String> values = new HashMap<>();
        for (String field : fields) {
            values.put(field, typed.optional(field));
        }
        return new ErpUpdate(typed.text("code"), "TEST", values, null);
    }

    private ErpOrder order(Typed typed) {
        BigDecimal quantity = typed.decimal("quantity");
        BigDecimal price = typed.decimal("price");
        BigDecimal amount = price.multiply(quantity).setScale(2, RoundingMode.HALF_UP);
        return new ErpOrder(
                typed.text("reference"),
                typed.text("customerCode"),
                clock.instant(),
                typed.optional("note"),
                amount,
                List.of(
                        new ErpOrder.Line(
                                1,
                                typed.text("productCode"),
                                quantity,
                                typed.optional("unit"),
                                price,
                                BigDecimal.ZERO,
                                amount)));
    }

    private ErpReturn goods(Typed typed) {
        return new ErpReturn(
                typed.text("reference"),
                typed.text("customerCode"),
                typed.text("orderCode"),
                clock.instant(),
                typed.text("reason"),
                List.of(
                        new ErpReturn.Line(
                                1,
                                1,
                                typed.text("productCode"),
                                typed.text("batch"),
                                typed.decimal("quantity"))));
    }

    private ErpVoucher voucher(Typed typed) {
        return new ErpVoucher(
                typed.text("reference"),
                "COMMISSION",
                LocalDate.ofInstant(clock.instant(), definition.formats().times().zone()),
                typed.text("party"),
                typed.decimal("amount"),
                typed.optional("text"));
    }

    @FunctionalInterface
    private interface Pages {
        ErpPage<?> page(Cursor since, int limit);
    }

    private record Found(List<Mapped> records, boolean more) {}

    /** What a person typed. */
    private record Typed(Map<String, String> values) {
        String optional(String name) {
            return values.getOrDefault(name, "").strip();
        }

        String text(String name) {
            String text = optional(name);
            if (text.isEmpty()) {
                throw new Wrong(name, "");
            }
            return text;
        }

        BigDecimal decimal(String name) {
            String text = text(name);
            try {
                BigDecimal value = new BigDecimal(text);
                if (value.precision() > 18 || Math.abs(value.scale()) > 6) {
                    throw new Wrong(name, text);
                }
                return value;
            } catch (NumberFormatException e) {
                throw new Wrong(name, text);
            }
        }

        int limit() {
            String text = optional("limit");
            try {
                return text.isEmpty() ? 10 : Math.clamp(Integer.parseInt(text), 1, LARGEST);
            } catch (NumberFormatException e) {
                throw new Wrong("limit", text);
            }
        }

        static final class Wrong extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Wrong(String field, String found) {
                super(field + ": '" + found + "'");
            }
        }
    }
}
