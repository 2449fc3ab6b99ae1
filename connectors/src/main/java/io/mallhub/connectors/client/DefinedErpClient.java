package io.mallhub.connectors.client;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpFault.DataInvalid;
import io.mallhub.connectors.ErpFault.OutcomeUnknown;
import io.mallhub.connectors.ErpFault.Rejected;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.Guarantees;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.connectors.canonical.ErpReturnStatus;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.connectors.canonical.ErpUpdate;
import io.mallhub.connectors.canonical.ErpVoucher;
import io.mallhub.connectors.canonical.ErpVoucherStatus;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.Operation;
import io.mallhub.connectors.definition.OperationKind;
import io.mallhub.connectors.mapping.Canonical;
import io.mallhub.connectors.mapping.Fields;
import io.mallhub.connectors.transport.HttpTransport;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The canonical operations, each as its definition describes it. */
final class DefinedErpClient implements ErpClient {
    private final Definition definition;
    private final Caller caller;
    private final Lists lists;
    private final Values values;
    private final HttpTransport transport;
    private final Clock clock;

    DefinedErpClient(Definition definition, Caller caller, HttpTransport transport, Clock clock) {
        this.definition = definition;
        this.caller = caller;
        this.transport = transport;
        this.clock = clock;
        lists = new Lists(caller, definition.formats().times());
        values = new Values(definition.formats().times());
    }

    @Override
    public Guarantees guarantees() {
        return definition.guarantees();
    }

    @Override
    public ErpPage<ErpProduct> products(Cursor since, int limit) {
        return lists.page(operation(OperationKind.LIST_PRODUCTS), since, limit, Canonical::product);
    }

    @Override
    public ErpPage<ErpStock> stock(Cursor since, int limit) {
        Operation list = operation(OperationKind.LIST_STOCK);
        ZoneId zone = definition.formats().times().zone();
        if (!list.whole()) {
            return lists.page(list, since, limit, f -> Canonical.stock(f, zone));
        }
        // What is sold while the ERP answers may be missing in it, not what was sold before.
        Instant asked = clock.instant();
        ErpPage<ErpStock> page =
                lists.page(list, since, limit, f -> Canonical.stock(f, asked, zone));
        return page.more() ? page : page.followedBy(new Cursor(asked, ""));
    }

    @Override
    public boolean listsAllStock() {
        return definition.operation(OperationKind.LIST_STOCK).filter(Operation::whole).isPresent();
    }

    @Override
    public ErpPage<ErpCustomer> customers(Cursor since, int limit) {
        return lists.page(
                operation(OperationKind.LIST_CUSTOMERS), since, limit, Canonical::customer);
    }

    @Override
    public ErpPage<ErpOrderStatus> orderChanges(Cursor since, int limit) {
        ErpPage<FoundOrder> page =
                lists.page(operation(OperationKind.LIST_ORDERS), since, limit, FoundOrder::of);
        return new ErpPage<>(FoundOrder.made(page.records()), page.bad(), page.next(), page.more());
    }

    @Override
    public Created createCustomer(ErpCustomer customer) {
        return create(
                OperationKind.CREATE_CUSTOMER, values.customer(customer), customer.reference());
    }

    @Override
    public Optional<ErpCustomer> findCustomer(String reference, String uscc) {
        Optional<ErpCustomer> byReference =
                customer(
                        OperationKind.FIND_CUSTOMER_BY_REFERENCE,
                        "reference",
                        reference,
                        reference);
        return byReference.isPresent()
                ? byReference
                : customer(OperationKind.FIND_CUSTOMER_BY_USCC, "uscc", uscc, reference);
    }

    /** An ERP that can't be asked this way, or nothing to ask for, finds nothing. */
    private Optional<ErpCustomer> customer(
            OperationKind kind, String name, String value, String reference) {
        Optional<Operation> operation = definition.operation(kind);
        if (operation.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        List<ErpCustomer> found =
                lists.find(operation.get(), Map.of(name, value), reference, Canonical::customer);
        if (found.size() > 1) {
            throw DataInvalid.lasting(
                    "the ERP has several customers with %s %s: %s"
                            .formatted(name, value, found.stream().map(ErpCustomer::code).toList()),
                    null);
        }
        return found.stream().findFirst();
    }

    @Override
    public boolean changesProducts() {
        return definition.operation(OperationKind.UPDATE_PRODUCT).isPresent()
                && definition.operation(OperationKind.FIND_PRODUCT).isPresent();
    }

    @Override
    public Updated updateProduct(ErpUpdate change) {
        return update(OperationKind.UPDATE_PRODUCT, change);
    }

    @Override
    public Optional<ErpProduct> productByCode(String code) {
        return byCode(OperationKind.FIND_PRODUCT, code, Canonical::product);
    }

    @Override
    public boolean changesCustomers() {
        return definition.operation(OperationKind.UPDATE_CUSTOMER).isPresent()
                && definition.operation(OperationKind.FIND_CUSTOMER).isPresent();
    }

    @Override
    public Updated updateCustomer(ErpUpdate change) {
        return update(OperationKind.UPDATE_CUSTOMER, change);
    }

    @Override
    public Optional<ErpCustomer> customerByCode(String code) {
        return byCode(OperationKind.FIND_CUSTOMER, code, Canonical::customer);
    }

    private <T> Optional<T> byCode(OperationKind kind, String code, Function<Fields, T> read) {
        List<T> found = lists.find(operation(kind), Map.of("code", code), code, read);
        if (found.size() > 1) {
            throw new DataInvalid("the ERP has " + code + " " + found.size() + " times", null);
        }
        return found.stream().findFirst();
    }

    private Updated update(OperationKind kind, ErpUpdate change) {
        return write(
                kind,
                "a change",
                Values.update(change),
                change.reference(),
                fields ->
                        new Updated(
                                fields.longOrNull("version"), fields.instantOrNull("changedAt")));
    }

    /**
     * @param what is written, for people
     */
    private <T> T write(
            OperationKind kind,
            String what,
            Map<String, ?> with,
            String reference,
            Function<Fields, T> made) {
        Operation operation = operation(kind);
        return caller.call(
                operation,
                with,
                reference,
                answer ->
                        switch (answer) {
                            case Answer.NothingFound n ->
                                    throw new OutcomeUnknown(
                                            what + " answered with 'nothing found'", null);
                            case Answer.Success s ->
                                    accepted(s.document().whole().fields(operation.map()), made);
                        });
    }

    private static <T> T accepted(Fields fields, Function<Fields, T> made) {
        T now = made.apply(fields);
        try {
            return fields.sure(now);
        } catch (Fields.BadFields e) {
            throw new OutcomeUnknown("accepted, but " + e.getMessage(), e);
        }
    }

    @Override
    public boolean ordersInSteps() {
        return definition
                .operation(OperationKind.CREATE_ORDER)
                .filter(create -> !create.then().isEmpty())
                .isPresent();
    }

    @Override
    public Created createOrder(ErpOrder order) {
        Operation operation = operation(OperationKind.CREATE_ORDER);
        Map<String, ?> with = values.order(order);
        return operation.then().isEmpty()
                ? create(OperationKind.CREATE_ORDER, with, order.reference())
                : createInSteps(operation, with, order.reference());
    }

    /**
     * A half-made order of an earlier try is finished, or voided before another one is made: it
     * never stays beside it.
     */
    private Created createInSteps(Operation operation, Map<String, ?> with, String reference) {
        List<String> drafts =
                referring(OperationKind.FIND_ORDERS, reference, FoundOrder::of).stream()
                        .filter(FoundOrder::draft)
                        .map(found -> found.order().code())
                        .toList();
        boolean resume = operation.draft() == Operation.Draft.RESUME && !drafts.isEmpty();
        drafts.stream()
                .skip(resume ? 1 : 0)
                .forEach(code -> voidOrder(code, "half-made, made anew"));
        Created created =
                resume
                        ? new Created(drafts.getFirst(), clock.instant())
                        : create(OperationKind.CREATE_ORDER, with, reference);
        try {
            caller.finish(operation, with, created.code(), reference);
        } catch (Rejected | DataInvalid e) {
            voidRefused(created.code(), e);
            throw e;
        }
        return created;
    }

    /** What the ERP refuses half-way must not stay half-made in its books. */
    private void voidRefused(String code, ErpFault refused) {
        try {
            voidOrder(code, "refused: " + refused.getMessage());
        } catch (ErpFault e) {
            throw new OutcomeUnknown(
                    "%s was begun and refused (%s), and could not be voided: %s"
                            .formatted(code, refused.getMessage(), e.getMessage()),
                    e);
        }
    }

    private Created create(OperationKind kind, Map<String, ?> with, String reference) {
        return write(kind, "a creation", with, reference, this::created);
    }

    private Created created(Fields fields) {
        String code = fields.key("code");
        Instant time = fields.instantOrNull("time");
        return new Created(code, time == null ? clock.instant() : time);
    }

    @Override
    public List<ErpOrderStatus> findOrders(String reference) {
        return FoundOrder.made(referring(OperationKind.FIND_ORDERS, reference, FoundOrder::of));
    }

    private <T> List<T> referring(OperationKind kind, String reference, Function<Fields, T> read) {
        return lists.find(operation(kind), Map.of("reference", reference), reference, read);
    }

    @Override
    public void voidOrder(String code, String reason) {
        makeVoid(OperationKind.VOID_ORDER, code, reason);
    }

    private void makeVoid(OperationKind kind, String code, String reason) {
        caller.call(
                operation(kind), Map.of("code", code, "reason", reason), code, answer -> answer);
    }

    @Override
    public boolean tellsOfInvoices() {
        return definition
                .operation(OperationKind.LIST_ORDERS)
                .filter(list -> list.map().has("invoices"))
                .isPresent();
    }

    @Override
    public boolean tellsOfReturns() {
        return definition.operation(OperationKind.LIST_RETURNS).isPresent();
    }

    @Override
    public ErpPage<ErpReturnStatus> returnChanges(Cursor since, int limit) {
        return lists.page(
                operation(OperationKind.LIST_RETURNS), since, limit, Canonical::returnStatus);
    }

    @Override
    public Created createReturn(ErpReturn goods) {
        return create(OperationKind.CREATE_RETURN, values.goods(goods), goods.reference());
    }

    @Override
    public List<ErpReturnStatus> findReturns(String reference) {
        return referring(OperationKind.FIND_RETURNS, reference, Canonical::returnStatus);
    }

    @Override
    public void voidReturn(String code, String reason) {
        makeVoid(OperationKind.VOID_RETURN, code, reason);
    }

    @Override
    public Created createVoucher(ErpVoucher voucher) {
        return create(
                OperationKind.CREATE_VOUCHER,
                values.voucher(voucher, definition.formats()),
                voucher.reference());
    }

    @Override
    public List<ErpVoucherStatus> findVouchers(String reference) {
        return referring(OperationKind.FIND_VOUCHERS, reference, Canonical::voucherStatus);
    }

    @Override
    public void ping() {
        caller.call(operation(OperationKind.PING), Map.of(), "", answer -> answer);
    }

    private Operation operation(OperationKind kind) {
        return definition
                .operation(kind)
                .orElseThrow(
                        () ->
                                DataInvalid.lasting(
                                        "definition '%s' has no operation '%s'"
                                                .formatted(definition.id(), kind.id()),
                                        null));
    }

    @Override
    public void close() {
        transport.close();
    }
}
