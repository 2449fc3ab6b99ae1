package io.mallhub.storefront.screens;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.Move;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.Products;
import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.Registrations;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.FlashFixtures;
import io.mallhub.fixture.PlayedProvider;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.fixture.TransferFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.ledger.Receivables;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.order.Carts;
import io.mallhub.order.ChangeOrder;
import io.mallhub.order.Invoices;
import io.mallhub.order.Invoices.ReportInvoice;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.payment.PaymentView;
import io.mallhub.prepaid.OwnTopUps;
import io.mallhub.prepaid.OwnTopUps.StartTopUp;
import io.mallhub.pricing.Prices;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import io.mallhub.storefront.fixture.Companies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;

/** Somebody for every state a page can be in. */
@TestComponent
public class Scenes {
    private final CustomerFixtures customers;
    private final TradeFixtures trade;
    private final ReturnFixtures returned;
    private final Companies companies;
    private final Registrations registrations;
    private final Orders orders;
    private final Invoices invoices;
    private final Carts carts;
    private final Prices prices;
    private final Receivables receivables;
    private final PrepaidFixtures prepaid;
    private final ReceiptFixtures receipts;
    private final TransferFixtures house;
    private final OwnTopUps own;
    private final CouponFixtures coupons;
    private final PointsFixtures points;
    private final OnlinePayments payments;
    private final PaymentNotices notices;
    private final PlayedProvider provider;
    private final Coupons centre;
    private final Notifications notifications;
    private final FlashFixtures flash;
    private final Products products;
    private final MerchandiseCategories merchandise;
    private final Shelf shelf;

    public Scenes(
            CustomerFixtures customers,
            TradeFixtures trade,
            ReturnFixtures returned,
            Companies companies,
            Registrations registrations,
            Orders orders,
            Invoices invoices,
            Carts carts,
            Prices prices,
            Receivables receivables,
            PrepaidFixtures prepaid,
            ReceiptFixtures receipts,
            TransferFixtures house,
            OwnTopUps own,
            CouponFixtures coupons,
            PointsFixtures points,
            OnlinePayments payments,
            PaymentNotices notices,
            PlayedProvider provider,
            Coupons centre,
            Notifications notifications,
            FlashFixtures flash,
            Products products,
            MerchandiseCategories merchandise) {
        this.customers = customers;
        this.trade = trade;
        this.returned = returned;
        this.companies = companies;
        this.registrations = registrations;
        this.orders = orders;
        this.invoices = invoices;
        this.carts = carts;
        this.prices = prices;
        this.receivables = receivables;
        this.prepaid = prepaid;
        this.receipts = receipts;
        this.house = house;
        this.own = own;
        this.coupons = coupons;
        this.points = points;
        this.payments = payments;
        this.notices = notices;
        this.provider = provider;
        this.centre = centre;
        this.notifications = notifications;
        this.flash = flash;
        this.products = products;
        this.merchandise = merchandise;
        this.shelf = new Shelf(products, prices, trade);
    }

    List<Screen> all() {
        List<Screen> all = new ArrayList<>();
        List<ProductId> goods = shelf.filled();
        browsed(goods);
        guests(all);
        applicants(all);
        buyers(all, goods);
        trouble(all);
        return all;
    }

    /** Names as long as real ones are, three levels deep. */
    private void browsed(List<ProductId> goods) {
        put("MED", "", "药品", "Medicines", 1);
        put("MED.WEST", "MED", "化学药与生物制品", "Chemical and biological drugs", 1);
        put(
                "MED.WEST.ANTI",
                "MED.WEST",
                "抗感染药物（口服制剂与注射剂）",
                "Anti-infectives to swallow and to inject",
                1);
        put("MED.TCM", "MED", "中成药", "Chinese patent medicines", 2);
        put("NEW", "", "新品上架", "New", 2);
        merchandise.move(goods.subList(0, 3), "MED.WEST.ANTI", Move.INTO, TradeFixtures.DESK);
        merchandise.move(goods.subList(3, 12), "MED.TCM", Move.INTO, TradeFixtures.DESK);
    }

    private void put(String code, String parent, String name, String english, int place) {
        merchandise.put(new PutCategory(code, parent, name, english, place), TradeFixtures.DESK);
    }

    private static void guests(List<Screen> all) {
        all.add(Screen.of("home-guest", "/", null));
        all.add(Screen.of("products-guest", "/products", null));
        all.add(Screen.of("products-none", "/products?q=没有这种药", null));
        all.add(Screen.of("products-branch", "/products?merchandise=MED.WEST.ANTI", null));
        all.add(Screen.of("products-branch-none", "/products?merchandise=NEW&q=无", null));
        all.add(Screen.of("product-guest", "/products/1003", null));
        all.add(Screen.of("sign-in", "/login", null));
        all.add(Screen.of("sign-in-refused", "/login?error", null));
        all.add(Screen.of("register", "/register", null));
    }

    private void applicants(List<Screen> all) {
        applicant(all, "draft-empty", emptyDraft());
        applicant(all, "draft", customers.aCompleteDraft(CustomerType.PHARMACY, general()));
        applicant(all, "submitted", customers.aSubmittedApplication());
        String supplement = customers.aSubmittedApplication();
        registrations.runChecks(supplement);
        registrations.decideDocument(
                supplement,
                registrations.application(supplement).orElseThrow().documents().getFirst().id(),
                false,
                "营业执照副本扫描件右下角不清晰，请重新扫描",
                CustomerFixtures.REVIEWER);
        registrations.requestSupplement(
                supplement,
                "请补充清晰的营业执照副本，并加盖企业公章。",
                List.of(DocumentType.BUSINESS_LICENCE),
                CustomerFixtures.REVIEWER);
        applicant(all, "supplement", supplement);
        applicant(
                all, "approved", customers.anApprovedApplication(CustomerType.PHARMACY, general()));
        String rejected = customers.aSubmittedApplication();
        registrations.runChecks(rejected);
        registrations.reject(rejected, "经营许可证与营业执照的企业名称不一致", false, CustomerFixtures.REVIEWER);
        applicant(all, "rejected", rejected);
        String withdrawn = customers.aSubmittedApplication();
        registrations.withdraw(withdrawn, "", CustomerFixtures.APPLICANT);
        applicant(all, "withdrawn", withdrawn);
    }

    private String emptyDraft() {
        return registrations
                .start(CustomerFixtures.aCompany(CustomerType.PHARMACY), CustomerFixtures.APPLICANT)
                .number();
    }

    private void applicant(List<Screen> all, String state, String application) {
        BuyerView buyer = companies.userOf(application);
        all.add(Screen.of("registration-" + state, "/registration", buyer));
        if (state.equals("draft")) {
            all.add(Screen.of("home-applicant", "/", buyer));
            all.add(Screen.of("company-applicant", "/company", buyer));
            all.add(Screen.of("product-applicant", "/products/1001", buyer));
            all.add(Screen.of("cart-empty", "/cart", buyer));
            all.add(Screen.of("orders-none", "/orders", buyer));
            all.add(Screen.of("returns-none", "/returns", buyer));
        }
    }

    private void buyers(List<Screen> all, List<ProductId> goods) {
        CustomerView customer = customers.anActiveCustomer();
        BuyerView buyer = companies.aUser(customer.id(), BuyerRight.values());
        trade.giveCredit(customer.id(), "20000");
        prices.agree(
                new Prices.Agreement(
                        customer.id(),
                        goods.get(1),
                        Quantity.of(1),
                        UnitPrice.of("15.20"),
                        null,
                        null),
                TradeFixtures.DESK);
        prices.agree(
                new Prices.Agreement(
                        customer.id(),
                        goods.get(1),
                        Quantity.of(200),
                        UnitPrice.of("14.60"),
                        null,
                        null),
                TradeFixtures.DESK);
        carts.put(buyer.id(), customer.id(), goods.get(1), Quantity.of(120));
        carts.put(buyer.id(), customer.id(), goods.get(3), Quantity.of(40));
        carts.put(buyer.id(), customer.id(), goods.get(2), Quantity.of(2));
        all.add(Screen.of("registration-active", "/registration", buyer));
        all.add(Screen.of("home-buyer", "/", buyer));
        all.add(Screen.of("products-buyer", "/products?q=胶囊", buyer));
        all.add(Screen.of("product-buyer", "/products/1002", buyer));
        all.add(Screen.of("product-sold-out", "/products/1007", buyer));
        all.add(Screen.of("product-forbidden", "/products/1010", buyer));
        all.add(Screen.of("cart", "/cart", buyer));
        String coupon = coupons.aCoupon(customer.id(), "1000.00", "60.00");
        coupons.aCoupon(customer.id(), "9000.00", "800.00");
        all.add(Screen.of("cart-coupon", "/cart?coupon=" + coupon, buyer));
        all.add(Screen.of("prepaid-none", "/prepaid", emptyHanded()));
        prepaid.toppedUp(customer.id(), "8000.00", "240.00");
        prepaid(all, customer, buyer, goods);
        all.add(Screen.of("prepaid", "/prepaid", buyer));
        online(all, customer, buyer, goods);
        byTransfer(all, customer, buyer, goods);
        coupons(all, customer, buyer);
        points(all, customer, buyer, goods);
        orders(all, customer, buyer, goods);
        all.add(Screen.of("orders", "/orders", buyer));
        all.add(Screen.of("orders-elsewhere-none", "/orders/elsewhere", emptyHanded()));
        long elsewhere = companies.anOrderElsewhere(customer.id());
        all.add(Screen.of("orders-elsewhere", "/orders/elsewhere", buyer));
        all.add(Screen.of("order-elsewhere", "/orders/elsewhere/" + elsewhere, buyer));
        all.add(Screen.of("statement-none", "/statement", emptyHanded()));
        companies.anAnnouncedTransfer(buyer);
        all.add(Screen.of("statement", "/statement", buyer));
        String due = companies.aRenewal(customer.id());
        notifications.send(
                new Notify(
                        "scene/" + due,
                        new Recipient.Company(customer.id()),
                        "renewal-reminder",
                        Map.of(
                                "document", "@DocumentType.BUSINESS_LICENCE",
                                "number", customer.company().uscc(),
                                "validUntil", "2028-12-31",
                                "days", "30"),
                        "/company/renewals/" + due));
        all.add(Screen.of("company", "/company", buyer));
        all.add(Screen.of("renewal", "/company/renewals/" + due, buyer));
        all.add(Screen.of("messages", "/messages", buyer));
        blockedCart(all, customer, goods);
        flash(all, customer);
    }

    /** One that runs, one that is sold out, one that opens on Monday, one that is no use to him. */
    private void flash(List<Screen> all, CustomerView customer) {
        BuyerView buyer = companies.aUser(customer.id(), BuyerRight.values());
        all.add(Screen.of("flash-none", "/flash?page=9", buyer));
        ProductId hot = trade.aProduct();
        flash.running(hot, "6.00", 200, 60);
        trade.submitted(TradeFixtures.anOrderOf(customer.id(), TradeFixtures.line(hot, 25)));
        ProductId gone = trade.aProduct();
        flash.running(gone, "7.50", 10, null);
        trade.submitted(TradeFixtures.anOrderOf(customer.id(), TradeFixtures.line(gone, 10)));
        flash.onMondays(trade.aProduct(), "8.88", 300, 20);
        ProductId agreed = trade.aProduct();
        prices.agree(
                new Prices.Agreement(
                        customer.id(), agreed, Quantity.of(1), UnitPrice.of("9.10"), null, null),
                TradeFixtures.DESK);
        flash.running(agreed, "6.66", 100, 5);
        all.add(Screen.of("flash", "/flash", buyer));
        all.add(Screen.of("flash-product", "/products/" + code(hot), buyer));
        all.add(Screen.of("flash-product-gone", "/products/" + code(gone), buyer));
        for (ProductId one : List.of(hot, gone, agreed)) {
            carts.put(buyer.id(), customer.id(), one, Quantity.of(5));
        }
        all.add(Screen.of("flash-cart", "/cart", buyer));
    }

    private String code(ProductId product) {
        return products.product(product).orElseThrow().code();
    }

    private BuyerView emptyHanded() {
        return companies.aUser(customers.anActiveCustomer().id(), BuyerRight.values());
    }

    private void prepaid(
            List<Screen> all, CustomerView customer, BuyerView buyer, List<ProductId> goods) {
        String paid =
                trade.submitted(
                        new SubmitOrder(
                                customer.id(),
                                "prepaid",
                                List.of(TradeFixtures.line(goods.getFirst(), 10)),
                                "",
                                PaymentMethod.PREPAID,
                                buyer.actor()));
        orders.approve(paid, 0);
        order(all, "prepaid", paid, buyer);
    }

    private void online(
            List<Screen> all, CustomerView customer, BuyerView buyer, List<ProductId> goods) {
        for (String scene : List.of("to-pay", "unclear", "paid-online")) {
            String number =
                    trade.submitted(
                            new SubmitOrder(
                                    customer.id(),
                                    scene,
                                    List.of(TradeFixtures.line(goods.getFirst(), 10)),
                                    "",
                                    PaymentMethod.ONLINE,
                                    buyer.actor()));
            orders.approve(number, 0);
            PaymentView payment = payments.ofOrder(number).orElseThrow();
            payments.pay(payment.number());
            if (scene.equals("unclear")) {
                provider.goesAway();
                payments.ask(payment.number());
                provider.back();
            } else if (scene.equals("paid-online")) {
                notices.receive(provider.paid(payment.number(), payment.amount().toString()));
                orders.refund(
                        number, "CN-" + scene, Money.of("10.00"), "damaged", TradeFixtures.DESK);
            }
            order(all, scene, number, buyer);
        }
    }

    private void byTransfer(
            List<Screen> all, CustomerView customer, BuyerView buyer, List<ProductId> goods) {
        house.offered();
        for (String scene : List.of("to-transfer", "announced", "part-transferred")) {
            String number =
                    trade.submitted(
                            new SubmitOrder(
                                    customer.id(),
                                    scene,
                                    List.of(TradeFixtures.line(goods.getFirst(), 10)),
                                    "",
                                    PaymentMethod.TRANSFER,
                                    buyer.actor()));
            orders.approve(number, 0);
            if (!scene.equals("to-transfer")) {
                house.announced(customer.id(), number, "30.00");
            }
            if (scene.equals("part-transferred")) {
                receipts.booked(customer.id(), "30.00", number);
            }
            order(all, scene, number, buyer);
        }
        own.start(new StartTopUp(customer.id(), Money.of("8000.00"), "scene", buyer.actor()));
        all.add(Screen.of("prepaid-top-up", "/prepaid?amount=8000", buyer));
    }

    private void coupons(List<Screen> all, CustomerView customer, BuyerView buyer) {
        all.add(Screen.of("coupons-none", "/coupons/own", buyer));
        String taken = coupons.put(CouponWay.CENTRE, 500, 1).code();
        centre.claim(customer.id(), taken, "scene", buyer.actor());
        coupons.put(CouponWay.CENTRE, null, 3);
        all.add(Screen.of("coupons", "/coupons", buyer));
        all.add(Screen.of("coupons-own", "/coupons/own?state=FREE", other(customer)));
        all.add(Screen.of("coupons-look", "/coupons", clerk(customer)));
    }

    /** Rules are the whole mall's: the pictures of other carts have points, too. */
    private void points(
            List<Screen> all, CustomerView customer, BuyerView buyer, List<ProductId> goods) {
        points.on();
        points.earned(customer.id(), 6_480);
        ProductId payable = goods.get(5);
        carts.put(buyer.id(), customer.id(), payable, Quantity.of(10));
        String paid =
                trade.submitted(
                        new SubmitOrder(
                                customer.id(),
                                "points",
                                List.of(TradeFixtures.line(payable, 10)),
                                "",
                                PaymentMethod.CREDIT,
                                List.of(),
                                1_000,
                                null,
                                buyer.actor()));
        order(all, "points", paid, buyer);
        all.add(Screen.of("points", "/points", buyer));
        all.add(Screen.of("points-none", "/points", emptyHanded()));
        all.add(Screen.of("cart-points", "/cart?points=2000", buyer));
        all.add(Screen.of("cart-points-refused", "/cart?points=2050", buyer));
    }

    private BuyerView other(CustomerView customer) {
        return companies.aUser(customer.id(), BuyerRight.values());
    }

    private BuyerView clerk(CustomerView customer) {
        return companies.aUser(customer.id(), BuyerRight.FINANCE);
    }

    private void blockedCart(List<Screen> all, CustomerView customer, List<ProductId> goods) {
        BuyerView other = companies.aUser(customer.id(), BuyerRight.values());
        carts.put(other.id(), customer.id(), goods.get(1), Quantity.of(9000));
        carts.put(other.id(), customer.id(), goods.get(9), Quantity.of(1));
        carts.put(other.id(), customer.id(), goods.get(6), Quantity.of(3));
        carts.put(other.id(), customer.id(), goods.get(0), Quantity.of(3));
        all.add(Screen.of("cart-blocked", "/cart", other));
    }

    private void orders(
            List<Screen> all, CustomerView customer, BuyerView buyer, List<ProductId> goods) {
        order(all, "submitted", placed(customer, buyer, goods), buyer);
        String waiting = placed(customer, buyer, goods);
        orders.recordStops(
                waiting,
                0,
                List.of(
                        new OrderView.Stop("finance", "credit-limit", "-1200.00"),
                        new OrderView.Stop("sales", "large-amount", "52000.00")));
        order(all, "in-approval", waiting, buyer);
        order(all, "changed", changed(placed(customer, buyer, goods)), buyer);
        order(all, "approved", approved(customer, buyer, goods), buyer);
        String sent = approved(customer, buyer, goods);
        send(sent);
        order(all, "sent", sent, buyer);
        order(all, "accepted", accepted(customer, buyer, goods), buyer);
        String partly = accepted(customer, buyer, goods);
        trade.ship(partly, "FH20261124017", 4);
        order(all, "partly-shipped", partly, buyer);
        String shipped = shipped(customer, buyer, goods.subList(0, 1), "FH20261124018");
        order(all, "shipped", shipped, buyer);
        all.add(Screen.of("return-request", "/orders/" + shipped + "/return", buyer));
        SubmitReturn damaged = returned.of(customer.id(), shipped, 4);
        companies.aPhoto(damaged);
        String asked = returned.submitted(damaged);
        all.add(Screen.of("return-submitted", "/returns/" + asked, buyer));
        all.add(Screen.of("returns", "/returns", buyer));
        String back = shipped(customer, buyer, List.of(trade.aProduct()), "FH20261124020");
        String recall = companies.aRecall(customer.id(), back);
        all.add(Screen.of("recall", "/recalls/" + recall, buyer));
        all.add(Screen.of("return-request-recall", "/orders/" + back + "/return", buyer));
        String completed = shipped(customer, buyer, goods.subList(0, 1), "FH20261124019");
        orders.complete(completed);
        order(all, "completed", completed, buyer);
        String rejected = placed(customer, buyer, goods);
        orders.reject(rejected, "超出授信额度，请先结清逾期账款", TradeFixtures.DESK);
        order(all, "rejected", rejected, buyer);
        String cancelled = placed(customer, buyer, goods);
        orders.cancel(cancelled, "重复下单", buyer.actor());
        order(all, "cancelled", cancelled, buyer);
        receivables.receivePayment(
                customer.id(), "bank-1", Money.of("60.00"), "HK20261124001", TradeFixtures.DESK);
    }

    /** Less of the first line, the second taken out. */
    private String changed(String number) {
        orders.recordStops(
                number, 0, List.of(new OrderView.Stop("finance", "credit-limit", "-1200.00")));
        orders.change(
                new ChangeOrder(
                        number,
                        0,
                        List.of(
                                new ChangeOrder.Line(1, Quantity.of(4)),
                                new ChangeOrder.Line(2, Quantity.ZERO)),
                        "与贵公司电话确认：减少数量，缺货的不要了",
                        TradeFixtures.DESK));
        return number;
    }

    private static final java.time.Instant CLOCK = io.mallhub.fixture.MutableClock.START;

    private static void order(List<Screen> all, String state, String number, BuyerView buyer) {
        all.add(Screen.of("order-" + state, "/orders/" + number, buyer));
    }

    private String placed(CustomerView customer, BuyerView buyer, List<ProductId> goods) {
        SubmitOrder.Line[] lines =
                goods.stream()
                        .limit(2)
                        .map(product -> TradeFixtures.line(product, 10))
                        .toArray(SubmitOrder.Line[]::new);
        return trade.submitted(
                new io.mallhub.order.SubmitOrder(
                        customer.id(),
                        java.util.UUID.randomUUID().toString(),
                        List.of(lines),
                        "工作日上午送到后门，联系药师签收",
                        buyer.actor()));
    }

    private String approved(CustomerView customer, BuyerView buyer, List<ProductId> goods) {
        String number = placed(customer, buyer, goods);
        orders.approve(number, 0);
        return number;
    }

    private void send(String number) {
        orders.startSending(number);
        orders.recordSent(number, "XSDD-" + number.substring(2), CLOCK);
    }

    private String accepted(CustomerView customer, BuyerView buyer, List<ProductId> goods) {
        String number = approved(customer, buyer, goods);
        send(number);
        orders.recordErpAnswer(number, true, "已审核", CLOCK);
        return number;
    }

    private String shipped(
            CustomerView customer, BuyerView buyer, List<ProductId> goods, String deliveryNote) {
        String number = accepted(customer, buyer, goods);
        orders.approve(number, 0);
        trade.ship(number, deliveryNote, 10);
        invoices.record(
                new ReportInvoice(
                        number,
                        "2631200000" + number.substring(number.length() - 10),
                        LocalDate.of(2026, 11, 24),
                        orders.order(number).orElseThrow().total(),
                        "erp"));
        return number;
    }

    private void trouble(List<Screen> all) {
        BuyerView locked = companies.aUserOfALockedCompany();
        all.add(Screen.of("company-locked", "/company", locked));
        all.add(Screen.of("home-locked", "/", locked));
        BuyerView looksOnly = companies.aUser(locked.company());
        all.add(new Screen("error-403", "/cart", looksOnly, 403));
        all.add(new Screen("error-404", "/orders/SO-UNKNOWN", locked, 404));
        all.add(new Screen("error-400", "/orders?state=NONE", locked, 400));
        all.add(new Screen("error-500", "/error", locked, 500));
    }

    private static Set<RegulatoryCategory> general() {
        return EnumSet.of(
                RegulatoryCategory.PRESCRIPTION,
                RegulatoryCategory.OTC_A,
                RegulatoryCategory.OTC_B);
    }
}
