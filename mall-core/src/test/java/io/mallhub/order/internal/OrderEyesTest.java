package io.mallhub.order.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.ProductView;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.StoodIn;
import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.PaymentMethod;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a handful of people try on an order in whatever order, whoever stands in for whom and
 * however often it is changed, nobody decides on his own or for two groups.
 */
class OrderEyesTest {
    private static final String SALESPERSON = "seller";
    private static final List<String> GROUPS = List.of("sales", "finance", "compliance");
    private static final List<Actor> PEOPLE =
            List.of(
                    Actor.buyer("han", "韩梅梅"),
                    Actor.staff("desk", "Desk"),
                    Actor.staff("DESK", "Desk again"),
                    Actor.staff("anna", "Anna"),
                    Actor.staff("bert", "Bert"),
                    Actor.staff("carl", "Carl"),
                    Actor.staff("seller", "Seller"),
                    Actor.system("order-approval"));

    /**
     * @param group that is decided for; empty: the order is changed
     */
    record Attempt(String group, boolean agrees, Actor by, List<Actor> principals) {
        Eyes eyes() {
            return new Eyes(
                    by,
                    principals.stream()
                            .map(it -> new Eyes.Principal(UUID.randomUUID(), it))
                            .toList(),
                    Instant.EPOCH);
        }
    }

    /** Everything that was let through, by person and by whom he stood in for. */
    private record Made(String group, Set<String> people, Set<String> changersBefore) {}

    @Property(tries = 2_000)
    void nobodyDecidesOnHisOwnOrForTwoGroups(@ForAll("attempts") List<Attempt> attempts) {
        Actor submitter = Actor.staff("desk", "Desk");
        Order order = order(submitter);
        List<OrderChange> changes = new ArrayList<>();
        List<StoodIn> stoodIn = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        Set<String> changers = new HashSet<>();
        waits(order);

        for (Attempt attempt : attempts) {
            if (attempt.group().isEmpty()) {
                if (attempt.by().kind() == Actor.Kind.STAFF && !order.isAgreed()) {
                    changers.add(name(attempt.by()));
                    change(order, attempt.by(), changes);
                    stoodIn.clear();
                }
                continue;
            }
            var answer =
                    FourEyes.answer(
                            order,
                            SALESPERSON,
                            attempt.group(),
                            attempt.agrees(),
                            attempt.eyes(),
                            new FourEyes.Past(changes, stoodIn));
            if (answer.isEmpty() && order.state() == OrderState.IN_APPROVAL) {
                order.decide(attempt.group(), attempt.agrees(), "", attempt.by(), Instant.EPOCH);
                made.add(new Made(attempt.group(), people(attempt), Set.copyOf(changers)));
                attempt.principals().forEach(it -> stoodIn.add(standIn(attempt, it)));
            }
        }

        for (Made one : made) {
            assertThat(one.people()).doesNotContain("desk", SALESPERSON);
            assertThat(one.changersBefore()).noneMatch(one.people()::contains);
        }
        for (int i = 0; i < made.size(); i++) {
            Made one = made.get(i);
            assertThat(made.subList(i + 1, made.size()))
                    .filteredOn(later -> !later.group().equals(one.group()))
                    .filteredOn(later -> later.people().contains(decider(one)))
                    .isEmpty();
        }
        assertThat(order.approvals()).extracting(ApprovalDecision::kind).doesNotHaveDuplicates();
    }

    /** Who did it himself: he is remembered whatever becomes of those he stood in for. */
    private static String decider(Made made) {
        return made.people().iterator().next();
    }

    private static Set<String> people(Attempt attempt) {
        Set<String> people = new LinkedHashSet<>();
        people.add(name(attempt.by()));
        attempt.principals().forEach(it -> people.add(name(it)));
        return people;
    }

    private static StoodIn standIn(Attempt attempt, Actor principal) {
        return new StoodIn(
                attempt.group(),
                attempt.agrees(),
                attempt.by().name(),
                name(principal),
                principal.name(),
                Instant.EPOCH);
    }

    private static String name(Actor actor) {
        return actor.kind() == Actor.Kind.STAFF
                ? actor.id().toLowerCase(Locale.ROOT)
                : actor.kind() + ":" + actor.id();
    }

    private static void change(Order order, Actor by, List<OrderChange> changes) {
        List<OrderLine> lines = List.copyOf(order.lines());
        List<LineChange> evidence = lines.stream().map(it -> new LineChange(it, it)).toList();
        changes.add(new OrderChange(order, evidence, "客户要求", by, Instant.EPOCH));
        order.change(lines, List.of());
        waits(order);
    }

    private static void waits(Order order) {
        order.recordStops(
                order.revision(),
                GROUPS.stream().map(it -> new OrderView.Stop(it, "large-amount", "")).toList());
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<List<Actor>> principals =
                Arbitraries.of(PEOPLE)
                        .filter(it -> it.kind() == Actor.Kind.STAFF)
                        .list()
                        .ofMaxSize(1);
        return Combinators.combine(
                        Arbitraries.of("sales", "finance", "compliance", "sales", "finance", ""),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(PEOPLE),
                        principals)
                .as(Attempt::new)
                .list()
                .ofMaxSize(25);
    }

    private static Order order(Actor submitter) {
        ProductId id = new ProductId(UUID.randomUUID());
        ProductView product =
                new ProductView(
                        id,
                        "P1",
                        "阿莫西林胶囊",
                        "",
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        null,
                        "盒",
                        new BigDecimal("0.13"),
                        Quantity.of(1),
                        Quantity.of(1),
                        false,
                        true,
                        Set.of(),
                        List.of());
        UnitPrice price = UnitPrice.of("10");
        OrderLine line =
                new OrderLine(
                        product,
                        Quantity.of(10),
                        new PriceQuote(
                                id, price, PriceQuote.Source.BASE, Quantity.ZERO, price, false),
                        List.of(),
                        Money.ZERO,
                        Money.ZERO,
                        false,
                        "",
                        null,
                        null);
        return new Order(
                new OrderId(UUID.randomUUID()),
                "SO1",
                new CustomerId(UUID.randomUUID()),
                "测试药房",
                new Submission(
                        submitter.kind(),
                        submitter.id(),
                        submitter.name(),
                        Instant.EPOCH,
                        "k",
                        "d",
                        null),
                "",
                PaymentMethod.CREDIT,
                List.of(line),
                List.of(),
                List.of());
    }
}
