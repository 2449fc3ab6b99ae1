package io.mallhub.routes.product;

import static io.mallhub.routes.fixture.Records.T0;
import static io.mallhub.routes.fixture.Records.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Quarantine.Item;
import io.mallhub.catalog.Products;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage.BadRecord;
import io.mallhub.fixture.MutableClock;
import io.mallhub.pricing.Prices;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoutesTest
class ProductInRouteTest {
    @Autowired private Desk desk;
    @Autowired private PaperErps erps;
    @Autowired private Products products;
    @Autowired private Prices prices;
    @Autowired private Quarantine quarantine;
    @Autowired private MutableClock clock;
    private String connection = "";
    private PaperErp erp = new PaperErp();

    @BeforeEach
    void aConnection() {
        connection = desk.aConnection();
        erp = erps.erp(connection);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void productsAndPricesComeInPageByPage() {
        for (int i = 0; i < 25; i++) {
            erp.products.add(product(code("P" + (100 + i)), "12.50", T0));
        }

        FlowView view = run();

        assertThat(view.applied()).isEqualTo(25);
        assertThat(view.read()).isEqualTo(25);
        assertThat(erp.count("products")).isEqualTo(3);
        assertThat(priceOf("P117")).isEqualTo(UnitPrice.of("12.50"));
    }

    @Test
    void whatHasNotChangedIsReadAgainAndLeftAlone() {
        erp.products.add(product(code("A"), "1", T0));
        run();

        clock.advance(Duration.ofSeconds(61));
        FlowView view = run();

        assertThat(view.applied()).isEqualTo(1);
        assertThat(view.unchanged()).isEqualTo(1);
    }

    @Test
    void aRecordCommittedLateBehindTheCursorIsFound() {
        erp.products.add(product(code("A"), "1", T0));
        run();
        erp.products.add(product(code("LATE"), "1", T0.minusSeconds(20)));
        assertThat(run().applied()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(61));

        assertThat(run().applied()).isEqualTo(2);
    }

    @Test
    void recordsOfOneInstantAreNotLostOverThePageEdge() {
        for (int i = 0; i < 10; i++) {
            erp.products.add(product(code("E" + i), "1", T0));
        }
        run();
        erp.products.add(product(code("E99"), "1", T0));

        run();

        assertThat(products.byCode(code("E99"))).isPresent();
    }

    @Test
    void aNewPriceChangesThePriceAlone() {
        erp.products.add(product(code("A"), "1", T0));
        run();
        erp.products.set(0, product(code("A"), "2.125", T0.plusSeconds(9)));

        FlowView view = run();

        assertThat(view.applied()).isEqualTo(2);
        assertThat(priceOf("A")).isEqualTo(UnitPrice.of("2.125"));
    }

    @Test
    void badRecordsGoToQuarantineAndTheirNeighboursThrough() {
        erp.products.add(product(code("GOOD"), "1", T0));
        erp.products.add(product(code("FREE"), "0", T0));
        erp.products.add(product("", "1", T0));
        erp.unreadable.add(new BadRecord(code("RAW"), "<Material>", "FSalePrice: no number"));

        FlowView view = run();

        assertThat(view.applied()).isEqualTo(1);
        assertThat(view.quarantined()).isEqualTo(3);
        assertThat(open())
                .extracting(Item::reason)
                .anyMatch(reason -> reason.contains("above 0"))
                .anyMatch(reason -> reason.contains("product.no-code"))
                .anyMatch(reason -> reason.contains("FSalePrice"));
    }

    @Test
    void aNewerGoodVersionEndsTheQuarantine() {
        erp.products.add(product(code("A"), "0", T0));
        run();
        Item bad = open().getFirst();
        erp.products.set(0, product(code("A"), "3", T0.plusSeconds(5)));

        run();

        assertThat(open()).isEmpty();
        assertThat(quarantine.item(bad.id()).orElseThrow().state()).isEqualTo("SUPERSEDED");
    }

    @Test
    void aRecordThatBreaksTheDatabaseStandsAloneInTheEnd() {
        for (int i = 0; i < 7; i++) {
            erp.products.add(product(code("N" + i), "1", T0));
        }
        erp.products.add(3, product(code("POISON"), "1" + "0".repeat(40), T0));

        FlowView view = run();

        assertThat(view.applied()).isEqualTo(7);
        assertThat(view.quarantined()).isEqualTo(1);
        assertThat(open()).extracting(Item::key).containsExactly(code("POISON"));
        assertThat(view.cursor()).isNotEmpty();
    }

    @Test
    void aReplayOfWhatIsStillBadCountsItsAttempts() {
        erp.products.add(product(code("A"), "0", T0));
        run();
        long id = open().getFirst().id();

        assertThat(quarantine.replay(id, Desk.CLERK)).isEqualTo(Quarantine.Replay.STILL_BAD);

        assertThat(quarantine.item(id).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void aSelectionIsReplayedOnceAndWhatIsClosedIsLeftAlone() {
        List<Long> ids = threeBad();
        mend(ids.getFirst());

        assertThat(quarantine.replay(Set.copyOf(ids), "mended", Desk.CLERK))
                .isEqualTo(new Quarantine.ReplayCount(1, 2, 0));
        assertThat(quarantine.replay(Set.copyOf(ids), "again", Desk.CLERK))
                .isEqualTo(new Quarantine.ReplayCount(0, 2, 1));
        assertThat(quarantine.discard(Set.copyOf(ids), "never", Desk.CLERK)).isEqualTo(2);

        assertThat(open()).isEmpty();
        assertThat(audited("replay-record")).containsExactly("mended");
        assertThat(audited("discard-record")).containsExactly("never", "never");
    }

    @Test
    void allOfAFlowIsReplayedInTheBackgroundWhateverBecomesOfTheNodeThatHadItInHand() {
        List<Long> ids = threeBad();
        mend(ids.get(0));
        quarantine.take(Set.of(ids.get(2)), Actor.staff("other", "Other"));

        assertThat(quarantine.replayAll(connection, Flow.PRODUCT_IN.id(), Desk.CLERK)).isEqualTo(2);
        inHand(ids.get(0), "2 minutes");
        assertThat(quarantine.replaySome()).isEqualTo(1);
        assertThat(quarantine.toReplay(connection, null)).as("of the node that died").isEqualTo(1);
        inHand(ids.get(0), "-1 second");
        assertThat(quarantine.replaySome()).isEqualTo(1);

        assertThat(quarantine.toReplay(null, null)).isZero();
        assertThat(quarantine.replaySome()).isZero();
        assertThat(ids.stream().map(id -> quarantine.item(id).orElseThrow()))
                .extracting(Item::state, Item::attempts)
                .containsExactly(tuple("APPLIED", 2), tuple("OPEN", 2), tuple("OPEN", 1));
        assertThat(audited("replay-record")).hasSize(1);
    }

    private void mend(long id) {
        desk.jdbc()
                .sql(
                        "update quarantine set payload = replace(payload, '\"price\":0', '\"price\":2') where id = ?")
                .param(id)
                .update();
    }

    private void inHand(long id, String longer) {
        desk.jdbc()
                .sql(
                        "update quarantine set replay_until = clock_timestamp() + ?::interval where id = ?")
                .params(longer, id)
                .update();
    }

    @Test
    void whatOnePersonHasTakenAnotherNeitherReplaysNorDiscards() {
        List<Long> ids = threeBad();
        Actor other = Actor.staff("other", "Other");
        assertThat(quarantine.take(Set.of(ids.get(0), ids.get(1)), Desk.CLERK)).isEqualTo(2);

        assertThat(quarantine.take(Set.copyOf(ids), other)).isEqualTo(1);
        assertThat(quarantine.replay(Set.copyOf(ids), "", other).leftAlone()).isEqualTo(2);
        assertThat(quarantine.discard(Set.of(ids.get(0)), "x", other)).isZero();
        assertThatThrownBy(() -> quarantine.discard(ids.get(0), "x", other))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> quarantine.replay(ids.get(0), other))
                .isInstanceOf(IllegalStateException.class);
        assertThat(quarantine.giveBack(Set.of(ids.get(0)), other)).isZero();
        assertThat(quarantine.page(connection, null, true, "other", PageRequest.first(9)).items())
                .extracting(Item::id)
                .containsExactly(ids.get(2));

        assertThat(quarantine.giveBack(Set.copyOf(ids), Desk.CLERK)).isEqualTo(2);
        assertThat(quarantine.discard(Set.copyOf(ids), "x", other)).isEqualTo(3);
    }

    private List<Long> threeBad() {
        for (int i = 0; i < 3; i++) {
            erp.products.add(product(code("B" + i), "0", T0));
        }
        run();
        return open().stream().map(Item::id).sorted().toList();
    }

    private List<String> audited(String action) {
        return desk.jdbc()
                .sql("select reason from audit_entry where action = ? and subject = ?")
                .params(action, connection)
                .query(String.class)
                .list();
    }

    @Test
    void anErpThatIsDownStopsTheTurnAndLosesNothing() {
        erp.products.add(product(code("A"), "1", T0));
        erp.failBefore(new ErpFault.Unavailable("HTTP 503", Duration.ofSeconds(30), null));

        FlowView down = run();
        assertThat(down.state()).isEqualTo(FlowView.State.FAILING);
        assertThat(down.lastError()).contains("503");
        assertThat(run().read()).isZero();

        clock.advance(Duration.ofSeconds(30));
        assertThat(run().applied()).isEqualTo(1);
    }

    @Test
    void refusedCredentialsPauseTheConnectionUntilAPersonResumesIt() {
        erp.products.add(product(code("A"), "1", T0));
        erp.failBefore(new ErpFault.CredentialsRefused("HTTP 401"));

        assertThat(run().state()).isEqualTo(FlowView.State.PAUSED);
        assertThat(desk.connections().connection(connection).orElseThrow().pausedReason())
                .contains("credentials refused");
        assertThat(told("connection-paused")).isEqualTo(2); // integration and operators
        assertThat(run().read()).isZero();

        desk.connections().resume(connection, Desk.CLERK);
        clock.advance(Duration.ofMinutes(1));
        assertThat(run().applied()).isEqualTo(1);
    }

    @Test
    void whoLooksAfterConnectionsIsToldOnceOfAFlowThatKeepsFailing() {
        erp.products.add(product(code("A"), "1", T0));
        for (int i = 0; i < 12; i++) {
            erp.failBefore(new ErpFault.Unavailable("away", null, null));
            run();
            assertThat(told("flow-failing")).isEqualTo(i < 9 ? 0 : 2);
            clock.advance(Duration.ofMinutes(6));
        }

        assertThat(run().applied()).isEqualTo(1);
        assertThat(told("flow-failing")).isEqualTo(2);
    }

    private long told(String template) {
        return desk.jdbc()
                .sql("select count(*) from notice where notice_key like ?")
                .param(template + "/" + connection + "/%")
                .query(Long.class)
                .single();
    }

    @Test
    void anEmptyListIsNotTheDeletionOfEverything() {
        erp.products.add(product(code("A"), "1", T0));
        run();
        erp.products.clear();
        clock.advance(Duration.ofSeconds(61));

        run();

        assertThat(products.byCode(code("A")).orElseThrow().active()).isTrue();
    }

    @Test
    void aReloadTakesEverythingOverAgain() {
        erp.products.add(product(code("A"), "1", T0));
        run();
        desk.connections().reload(connection, Flow.PRODUCT_IN.id(), Desk.CLERK);

        assertThat(run().applied()).isEqualTo(2);
    }

    private FlowView run() {
        return desk.run(connection, Flow.PRODUCT_IN);
    }

    /** Product codes are the mall's, so each test has its own. */
    private String code(String name) {
        return connection + "-" + name;
    }

    private List<Item> open() {
        return quarantine
                .page(connection, Flow.PRODUCT_IN.id(), true, PageRequest.first(50))
                .items();
    }

    private UnitPrice priceOf(String name) {
        ProductId id = products.byCode(code(name)).orElseThrow().id();
        return prices.listed(id).stream()
                .filter(listed -> listed.list().equals("base"))
                .findFirst()
                .orElseThrow()
                .price();
    }
}
