package io.mallhub.binding.internal;

import io.mallhub.binding.Certification.Contract;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.Losses;
import io.mallhub.connectors.Losses.Loss;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All contracts of all entities, one after the other, over one client. */
final class CertificationSuite {
    private static final String TEXT = "CERT 接口验收";

    /** In GBK, in GB18030 only, where versions of GBK differ, and beyond the first plane. */
    private static final String RARE = TEXT + " 镕㐀·€𠮷";

    /** Two runs at the same moment differ as well. */
    private static final long STEP = 7_919;

    private final ErpClient erp;
    private final Set<String> operations;
    private final Losses losses;
    private final Optional<SimulatorFaults> faults;
    private final boolean writing;
    private final CheckNotes notes;
    private final Instant now;
    private final long run;
    private final String prefix;

    /**
     * @param operations those the definition has
     * @param losses that the client obeys
     * @param faults of the ERP itself, where it can be told to
     * @param run number of the run: makes references nobody has used
     */
    CertificationSuite(
            ErpClient erp,
            Set<String> operations,
            Losses losses,
            Optional<SimulatorFaults> faults,
            boolean writing,
            CheckNotes notes,
            Instant now,
            long run) {
        this.erp = erp;
        this.operations = operations;
        this.losses = losses;
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
        changedProduct();
        changedCustomer(customer);
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
        ErpCustomer customer = customer("C", TEXT, 0);
        String code = out.created(() -> erp.createCustomer(customer));
        if (code == null || !operations.contains("find-customer-by-reference")) {
            return code;
        }
        out.foundAgain(customer.reference(), code);
        out.notTwice(
                erp.guarantees().customers(),
                customer.reference(),
                code,
                () -> erp.createCustomer(customer));
        for (Loss loss : Loss.values()) {
            lost(out, loss, customer(suffix(loss), TEXT, 1 + loss.ordinal()));
        }
        notes.check(
                Entity.CUSTOMER,
                Depth.OUT,
                Contract.TEXT_KEPT,
                () -> textKept(customer("T", RARE, 3)));
        return code;
    }

    private void lost(WritingContracts out, Loss loss, ErpCustomer customer) {
        out.lost(
                losses,
                loss,
                customer.reference(),
                false,
                () -> erp.createCustomer(customer),
                code -> {});
    }

    /** To refuse such a name is right, to keep another one is not. */
    private Finding textKept(ErpCustomer customer) {
        try {
            erp.createCustomer(customer);
        } catch (ErpFault.DataInvalid | ErpFault.Rejected e) {
            return Finding.notApplicable(Reason.NOT_CARRIED, String.valueOf(e.getMessage()));
        }
        String kept = erp.findCustomer(customer.reference(), "").map(ErpCustomer::name).orElse("");
        return kept.equals(customer.name())
                ? Finding.passed(kept)
                : Finding.failed(Reason.OTHER_TEXT, customer.name() + " > " + kept);
    }

    private ErpCustomer customer(String suffix, String name, int place) {
        return new ErpCustomer(
                "", prefix + suffix, name, uscc(place), TEXT, "CERT", "000", "CERT", true, null);
    }

    private void changedProduct() {
        ChangeContracts contracts = new ChangeContracts(Entity.PRODUCT, notes, losses);
        if (!changes(contracts, erp.changesProducts())) {
            return;
        }
        Optional<ErpProduct> product = someProduct();
        if (product.isEmpty()) {
            contracts.notApplicable(Reason.NEEDS_MASTER_DATA);
            return;
        }
        contracts.check(
                product.get().code(),
                code -> erp.productByCode(code).map(CertificationSuite::state),
                erp::updateProduct);
    }

    private void changedCustomer(@Nullable String customer) {
        ChangeContracts contracts = new ChangeContracts(Entity.CUSTOMER, notes, losses);
        if (!changes(contracts, erp.changesCustomers())) {
            return;
        }
        if (customer == null) {
            contracts.notApplicable(Reason.NEEDS_MASTER_DATA);
            return;
        }
        contracts.check(
                customer,
                code -> erp.customerByCode(code).map(CertificationSuite::state),
                erp::updateCustomer);
    }

    private boolean changes(ChangeContracts contracts, boolean possible) {
        if (!possible || !writing) {
            contracts.notApplicable(possible ? Reason.NOT_ASKED_FOR : Reason.NO_OPERATION);
        }
        return possible && writing;
    }

    private static ChangeContracts.State state(ErpProduct product) {
        return new ChangeContracts.State(
                Map.of(
                        "name", product.name(),
                        "dosageForm", product.dosageForm(),
                        "strength", product.strength(),
                        "category", product.category()),
                product.version());
    }

    private static ChangeContracts.State state(ErpCustomer customer) {
        return new ChangeContracts.State(
                Map.of(
                        "name", customer.name(),
                        "address", customer.address(),
                        "contact", customer.contact(),
                        "phone", customer.phone()),
                customer.version());
    }

    /**
     * Well-formed and of nobody: ERPs refuse an empty one, and one they have.
     *
     * @param place among those of this run, from 0
     */
    private String uscc(int place) {
        String digits =
                Long.toString(
                        Math.floorMod(now.toEpochMilli() + run * STEP + place, 1_000_000_000L));
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
        boolean voids = operations.contains("void-order");
        if (voids) {
            out.voided(
                    order.reference(),
                    () -> erp.voidOrder(code, TEXT),
                    () -> isVoid(order.reference()));
        } else {
            out.notApplicable(Reason.NO_OPERATION, Contract.VOIDED, Contract.VOID_REPLY_LOST);
        }
        Consumer<String> tidying = voids ? left -> erp.voidOrder(left, TEXT) : left -> {};
        for (Loss loss : Loss.values()) {
            ErpOrder lost = order(prefix + suffix(loss), customer, product.get());
            out.lost(
                    losses,
                    loss,
                    lost.reference(),
                    erp.ordersInSteps(),
                    () -> erp.createOrder(lost),
                    tidying);
        }
        if (voids) {
            voidReplyLost(out, order(prefix + "V", customer, product.get()));
        }
    }

    private void voidReplyLost(WritingContracts out, ErpOrder order) {
        String reference = order.reference();
        out.voidReplyLost(
                losses,
                reference,
                () -> erp.createOrder(order),
                code -> erp.voidOrder(code, TEXT),
                () -> isVoid(reference));
    }

    private boolean isVoid(String reference) {
        List<ErpOrderStatus> found = erp.findOrders(reference);
        return !found.isEmpty()
                && found.stream().allMatch(it -> it.state() == ErpOrderStatus.State.VOIDED);
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
        ErpVoucher voucher = voucher("V");
        String code = out.created(() -> erp.createVoucher(voucher));
        if (code == null || !operations.contains("find-vouchers")) {
            return;
        }
        out.foundAgain(voucher.reference(), code);
        for (Loss loss : Loss.values()) {
            ErpVoucher lost = voucher(suffix(loss));
            out.lost(
                    losses,
                    loss,
                    lost.reference(),
                    false,
                    () -> erp.createVoucher(lost),
                    left -> {});
        }
    }

    private ErpVoucher voucher(String suffix) {
        return new ErpVoucher(
                prefix + suffix,
                "COMMISSION",
                LocalDate.ofInstant(now, ZoneOffset.ofHours(8)),
                TEXT,
                new BigDecimal("0.01"),
                TEXT);
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

    /** Short: old ERPs have little room for a reference. */
    private static String suffix(Loss loss) {
        return loss == Loss.REPLY ? "R" : "Q";
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
