package io.mallhub.binding.internal;

import io.mallhub.binding.Certification.Contract;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpReturnStatus;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.connectors.canonical.ErpVoucher;
import io.mallhub.connectors.canonical.ErpVoucherStatus;
import io.mallhub.shared.Uscc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All contracts of all entities, one after the other, over one client. */
final class CertificationSuite {
    private static final String TEXT = "CERT 接口验收";

    /** Two runs at the same moment differ as well. */
    private static final long STEP = 7_919;

    private final ErpClient erp;
    private final Set<String> operations;
    private final Optional<SimulatorFaults> faults;
    private final boolean writing;
    private final CheckNotes notes;
    private final Instant now;
    private final long run;
    private final String prefix;

    /**
     * @param operations those the definition has
     * @param run number of the run: makes references nobody has used
     */
    CertificationSuite(
            ErpClient erp,
            Set<String> operations,
            Optional<SimulatorFaults> faults,
            boolean writing,
            CheckNotes notes,
            Instant now,
            long run) {
        this.erp = erp;
        this.operations = operations;
        this.faults = faults;
        this.writing = writing;
        this.notes = notes;
        this.now = now;
        this.run = run;
        prefix = "CERT-" + run + "-" + now.getEpochSecond() + "-";
    }

    void run() {
        list("list-products", Entity.PRODUCT, erp::products, ErpProduct::code, "LIST_MATERIALS");
        list("list-stock", Entity.STOCK, erp::stock, ErpStock::productCode, "LIST_STOCK");
        list(
                "list-customers",
                Entity.CUSTOMER,
                erp::customers,
                ErpCustomer::code,
                "LIST_CUSTOMERS");
        list("list-orders", Entity.ORDER, erp::orderChanges, ErpOrderStatus::code, "LIST_ORDERS");
        list(
                "list-returns",
                Entity.RETURN,
                erp::returnChanges,
                ErpReturnStatus::code,
                "LIST_RETURNS");
        String customer = customers();
        orders(customer);
        returns();
        vouchers();
    }

    private <T> void list(
            String operation,
            Entity entity,
            BiFunction<Cursor, Integer, ErpPage<T>> pages,
            Function<T, String> key,
            String simulated) {
        if (!operations.contains(operation)) {
            notes.check(
                    entity,
                    Depth.IN,
                    Contract.READABLE,
                    () -> Finding.notApplicable(Reason.NO_OPERATION));
            return;
        }
        new ListContracts<>(entity, pages, key, notes)
                .check(faults.map(it -> () -> it.breakNext(simulated, "TRUNCATED_REPLY")));
    }

    private @Nullable String customers() {
        WritingContracts out =
                new WritingContracts(
                        Entity.CUSTOMER,
                        notes,
                        reference ->
                                erp.findCustomer(reference, "").stream()
                                        .map(ErpCustomer::code)
                                        .toList());
        findsNothing(out, "find-customer-by-reference");
        if (!writes(out, "create-customer")) {
            return null;
        }
        ErpCustomer customer =
                new ErpCustomer(
                        "", prefix + "C", TEXT, uscc(), TEXT, "CERT", "000", "CERT", true, null);
        String code = out.created(() -> erp.createCustomer(customer));
        if (code != null && operations.contains("find-customer-by-reference")) {
            out.foundAgain(customer.reference(), code);
            out.notTwice(
                    erp.guarantees().customers(),
                    customer.reference(),
                    code,
                    () -> erp.createCustomer(customer));
        }
        return code;
    }

    /** Well-formed and of nobody: ERPs refuse an empty one, and one they have. */
    private String uscc() {
        String digits =
                Long.toString(Math.floorMod(now.toEpochMilli() + run * STEP, 1_000_000_000L));
        String first17 = "91350100" + "0".repeat(9 - digits.length()) + digits;
        return first17 + Uscc.checkCharacter(first17);
    }

    private void orders(@Nullable String customer) {
        WritingContracts out =
                new WritingContracts(
                        Entity.ORDER,
                        notes,
                        reference ->
                                erp.findOrders(reference).stream()
                                        .map(ErpOrderStatus::code)
                                        .toList());
        findsNothing(out, "find-orders");
        if (!writes(out, "create-order")) {
            return;
        }
        Optional<ErpProduct> product = someProduct();
        if (customer == null || product.isEmpty()) {
            out.notApplicable(Reason.NEEDS_MASTER_DATA, Contract.CREATED);
            return;
        }
        ErpOrder order = order(prefix + "O", customer, product.get());
        String code = out.created(() -> erp.createOrder(order));
        if (code == null || !operations.contains("find-orders")) {
            return;
        }
        out.foundAgain(order.reference(), code);
        out.notTwice(
                erp.guarantees().orders(), order.reference(), code, () -> erp.createOrder(order));
        if (operations.contains("void-order")) {
            out.voided(
                    order.reference(),
                    () -> erp.voidOrder(code, TEXT),
                    () ->
                            erp.findOrders(order.reference()).stream()
                                    .allMatch(it -> it.state() == ErpOrderStatus.State.VOIDED));
        } else {
            out.notApplicable(Reason.NO_OPERATION, Contract.VOIDED);
        }
        lostOrders(out, customer, product.get());
    }

    private void lostOrders(WritingContracts out, String customer, ErpProduct product) {
        if (faults.isEmpty()) {
            out.notApplicable(Reason.NO_FAULTS, Contract.REPLY_LOST, Contract.REQUEST_LOST);
            return;
        }
        SimulatorFaults switches = faults.get();
        ErpOrder reply = order(prefix + "R", customer, product);
        out.lost(
                true,
                () -> switches.breakNext("CREATE_ORDER", "DROP_AFTER_COMMIT"),
                reply.reference(),
                () -> erp.createOrder(reply),
                code -> erp.voidOrder(code, TEXT));
        ErpOrder request = order(prefix + "Q", customer, product);
        out.lost(
                false,
                () -> switches.breakNext("CREATE_ORDER", "DROP_BEFORE_COMMIT"),
                request.reference(),
                () -> erp.createOrder(request),
                code -> erp.voidOrder(code, TEXT));
    }

    /** A return takes goods back that were delivered; nobody delivers for a test. */
    private void returns() {
        WritingContracts out =
                new WritingContracts(
                        Entity.RETURN,
                        notes,
                        reference ->
                                erp.findReturns(reference).stream()
                                        .map(ErpReturnStatus::code)
                                        .toList());
        findsNothing(out, "find-returns");
        out.notApplicable(
                operations.contains("create-return") ? Reason.NEEDS_DELIVERY : Reason.NO_OPERATION,
                Contract.CREATED);
    }

    private void vouchers() {
        WritingContracts out =
                new WritingContracts(
                        Entity.VOUCHER,
                        notes,
                        reference ->
                                erp.findVouchers(reference).stream()
                                        .map(ErpVoucherStatus::code)
                                        .toList());
        findsNothing(out, "find-vouchers");
        if (!writes(out, "create-voucher")) {
            return;
        }
        ErpVoucher voucher =
                new ErpVoucher(
                        prefix + "V",
                        "COMMISSION",
                        LocalDate.ofInstant(now, ZoneOffset.ofHours(8)),
                        TEXT,
                        new BigDecimal("0.01"),
                        TEXT);
        String code = out.created(() -> erp.createVoucher(voucher));
        if (code != null && operations.contains("find-vouchers")) {
            out.foundAgain(voucher.reference(), code);
        }
    }

    private void findsNothing(WritingContracts out, String operation) {
        if (operations.contains(operation)) {
            out.findsNothing(prefix + "NONE");
        } else {
            out.notApplicable(Reason.NO_OPERATION, Contract.FINDS_NOTHING);
        }
    }

    private boolean writes(WritingContracts out, String operation) {
        boolean has = operations.contains(operation);
        if (!has || !writing) {
            out.notApplicable(has ? Reason.NOT_ASKED_FOR : Reason.NO_OPERATION, Contract.CREATED);
        }
        return has && writing;
    }

    private Optional<ErpProduct> someProduct() {
        return erp.products(Cursor.START, 50).records().stream()
                .filter(it -> it.active() && it.price() != null && it.price().signum() > 0)
                .findFirst();
    }

    private ErpOrder order(String reference, String customer, ErpProduct product) {
        BigDecimal price = product.price() == null ? BigDecimal.ONE : product.price();
        BigDecimal amount = price.setScale(2, RoundingMode.HALF_UP);
        return new ErpOrder(
                reference,
                customer,
                now,
                TEXT,
                amount,
                List.of(
                        new ErpOrder.Line(
                                1,
                                product.code(),
                                BigDecimal.ONE,
                                product.unit(),
                                price,
                                BigDecimal.ZERO,
                                amount)));
    }
}
