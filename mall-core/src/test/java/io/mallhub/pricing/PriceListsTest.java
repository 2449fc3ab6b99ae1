package io.mallhub.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.pricing.PriceExplanation.Considered;
import io.mallhub.pricing.PriceExplanation.PriceVerdict;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceLists.Change;
import io.mallhub.pricing.PriceLists.ImportFile;
import io.mallhub.pricing.PriceLists.ImportOutcome;
import io.mallhub.pricing.PriceLists.ListQuery;
import io.mallhub.pricing.PriceLists.Outcome;
import io.mallhub.pricing.PriceLists.PriceChange;
import io.mallhub.pricing.PriceQuote.Break;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Step;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class PriceListsTest {
    private static final Actor DESK = Actor.staff("mei", "梅");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final ProductId product = new ProductId(UUID.randomUUID());
    private final ProductId other = new ProductId(UUID.randomUUID());
    private final CustomerId customer = new CustomerId(UUID.randomUUID());
    private final String level = "L" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired PriceLists lists;
    @Autowired Prices prices;
    @Autowired AuditLog audit;
    @Autowired MutableClock clock;

    @BeforeEach
    void aProductWithABasePrice() {
        clock.set("2026-12-01T10:00:00");
        prices.applyBasePrices("erp", Map.of(product, price("10.00")));
    }

    @AfterEach
    void nothingIsLeftForOthers() {
        lists.page(
                        new ListQuery(PriceListState.PUBLISHED, Source.REGION, product, null),
                        PageRequest.first(50))
                .items()
                .forEach(it -> lists.withdraw(it.key(), "测试结束", DESK));
        clock.reset();
    }

    @Test
    void aDraftIsAskedForNothingAndAPublishedListHoldsWithItsBreaks() {
        PriceList draft = aDraft(Audience.level(level), null, null);
        lists.putRows(draft.key(), List.of(row(1, "9.00"), row(10, "8.00")), false, DESK);
        assertThat(quote(1).source()).isEqualTo(Source.BASE);

        publish(draft.key());

        PriceQuote quote = quote(1);
        assertThat(quote.source()).isEqualTo(Source.LEVEL);
        assertThat(quote.price()).isEqualTo(price("9.00"));
        assertThat(quote.list()).isEqualTo(draft.key().toString());
        assertThat(quote.breaks())
                .containsExactly(new Break(Quantity.of(10), price("8.00"), Source.LEVEL));
        assertThat(quote(10).price()).isEqualTo(price("8.00"));
    }

    @Test
    void aListThatBeginsTomorrowHoldsFromMidnightInShanghaiToTheEndOfItsLastDay() {
        publish(aList(Audience.level(level), TOMORROW, TOMORROW.plusDays(1), row(1, "9.00")));

        assertThat(quote(1).source()).isEqualTo(Source.BASE);
        clock.set("2026-12-01T23:59:59");
        assertThat(quote(1).source()).isEqualTo(Source.BASE);
        clock.set("2026-12-02T00:00:00");
        assertThat(quote(1).price()).isEqualTo(price("9.00"));
        assertThat(quote(1).until()).isEqualTo(TOMORROW.plusDays(1));
        clock.set("2026-12-03T23:59:59");
        assertThat(quote(1).source()).isEqualTo(Source.LEVEL);
        clock.set("2026-12-04T00:00:00");
        assertThat(quote(1).source()).isEqualTo(Source.BASE);
    }

    @Test
    void aRegionalSpecialPriceHoldsForEveryCityInIt() {
        publish(aList(Audience.region("330000"), null, null, row(1, "9.00")));

        assertThat(quoteIn("330106").price()).isEqualTo(price("9.00"));
        assertThat(quoteIn("330106").source()).isEqualTo(Source.REGION);
        assertThat(quoteIn("330000").price()).isEqualTo(price("9.00"));
        assertThat(quoteIn("310101").source()).isEqualTo(Source.BASE);

        publish(aList(Audience.region("3301"), null, null, row(1, "9.50")));
        assertThat(quoteIn("330106").price()).isEqualTo(price("9.50"));
        assertThat(quoteIn("330206").price()).isEqualTo(price("9.00"));
    }

    @Test
    void aSpecialPriceIsForEveryoneBehindTheRegionAndBeforeTheBasePrice() {
        Key special = aList(Audience.EVERYONE, TODAY, TODAY, row(1, "7.00"));
        publish(special);
        try {
            assertThat(quoteIn("310101").source()).isEqualTo(Source.SPECIAL);
            assertThat(quoteIn("310101").price()).isEqualTo(price("7.00"));

            publish(aList(Audience.region("31"), null, null, row(1, "9.00")));
            assertThat(quoteIn("310101").source()).isEqualTo(Source.REGION);
            assertThat(quoteIn("320101").source()).isEqualTo(Source.SPECIAL);
        } finally {
            lists.withdraw(special, "测试结束", DESK);
        }
    }

    @Test
    void anAgreementListIsForItsCustomerAlone() {
        publish(aList(Audience.customer(customer, "C1"), null, null, row(1, "6.00")));

        assertThat(quote(1).source()).isEqualTo(Source.AGREEMENT);
        assertThat(
                        prices.quote(
                                        new Viewer(
                                                new CustomerId(UUID.randomUUID()), level, "", ""),
                                        Map.of(product, Quantity.of(1)))
                                .values())
                .extracting(PriceQuote::source)
                .containsExactly(Source.BASE);
    }

    @Test
    void theNextVersionTakesThePlaceOfTheOldFromItsFirstDayOn() {
        Key first = aList(Audience.level(level), null, null, row(1, "9.00"));
        publish(first);
        PriceList second = done(lists.revise(first.number(), DESK));
        assertThat(second.rows()).isEqualTo(1);
        lists.setRow(second.key(), row(1, "8.50"), DESK);
        assertThat(refusal(lists.revise(first.number(), DESK)))
                .isEqualTo("price-list.draft-exists");
        second = found(second.key());
        second =
                done(
                        lists.change(
                                second.key(),
                                second.edit(),
                                new Terms("次月", Audience.level(level), TOMORROW, null),
                                DESK));

        publish(second.key());

        assertThat(quote(1).price()).isEqualTo(price("9.00"));
        assertThat(found(first).terms().validUntil()).isEqualTo(TODAY);
        clock.set("2026-12-02T00:00:00");
        assertThat(quote(1).price()).isEqualTo(price("8.50"));
        assertThat(lists.steps(first.number()))
                .extracting(Step::version, Step::what)
                .containsExactly(
                        tuple(2, "PUBLISHED"), tuple(1, "REPLACED"), tuple(1, "PUBLISHED"));
    }

    @Test
    void aVersionThatWasToBeginLaterIsDroppedOnlyByWhoKnowsIt() {
        Key first = aList(Audience.level(level), null, null, row(1, "9.00"));
        publish(first);
        Key later = done(lists.revise(first.number(), DESK)).key();
        Terms fromTomorrow = new Terms("次月", Audience.level(level), TOMORROW, null);
        done(lists.change(later, found(later).edit(), fromTomorrow, DESK));
        assertThat(lists.dropped(later)).isEmpty();
        publish(later);
        Key now = done(lists.revise(first.number(), DESK)).key();
        Terms fromToday = new Terms("更正", Audience.level(level), null, null);
        done(lists.change(now, found(now).edit(), fromToday, DESK));
        int seen = found(now).edit();

        assertThat(lists.dropped(now)).extracting(PriceList::key).containsExactly(later);
        assertThat(refusal(lists.publish(now, seen, "更正", DESK))).isEqualTo("price-list.drops");
        assertThat(refusal(lists.publish(now, seen, Set.of(1), "更正", DESK)))
                .isEqualTo("price-list.drops");
        assertThat(found(later).state()).isEqualTo(PriceListState.PUBLISHED);

        done(lists.publish(now, seen, Set.of(later.version()), "更正", DESK));

        assertThat(found(later).state()).isEqualTo(PriceListState.WITHDRAWN);
        assertThat(lists.dropped(now)).isEmpty();
    }

    @Test
    void aVersionOfTheSameFirstDayIsDroppedOnlyByWhoKnowsItUnlessItHasBegun() {
        Key first = aList(Audience.level(level), TOMORROW, null, row(1, "9.00"));
        publish(first);
        Key corrected = done(lists.revise(first.number(), DESK)).key();
        int seen = found(corrected).edit();

        assertThat(lists.dropped(corrected)).extracting(PriceList::key).containsExactly(first);
        assertThat(refusal(lists.publish(corrected, seen, "更正", DESK)))
                .isEqualTo("price-list.drops");
        done(lists.publish(corrected, seen, Set.of(first.version()), "更正", DESK));

        assertThat(found(first).state()).isEqualTo(PriceListState.WITHDRAWN);
        clock.set("2026-12-02T08:00:00");
        Key again = done(lists.revise(first.number(), DESK)).key();
        assertThat(lists.dropped(again)).isEmpty();
        publish(again);
        assertThat(quote(1).source()).isEqualTo(Source.LEVEL);
    }

    @Test
    void aPublishedListIsNotChangedOnlyWithdrawnAndEndsAtOnce() {
        Key list = aList(Audience.level(level), null, null, row(1, "9.00"));
        publish(list);

        assertThat(refusal(lists.setRow(list, row(1, "1.00"), DESK)))
                .isEqualTo("price-list.not-draft");
        assertThat(refusal(lists.removeRow(list, product, Quantity.of(1), DESK)))
                .isEqualTo("price-list.not-draft");
        assertThat(refusal(lists.withdraw(list, " ", DESK))).isEqualTo("price-list.reason-missing");
        done(lists.withdraw(list, "印错了", DESK));

        assertThat(quote(1).source()).isEqualTo(Source.BASE);
        assertThat(refusal(lists.withdraw(list, "再次", DESK)))
                .isEqualTo("price-list.withdrawn-already");
        assertThat(
                        audit.page(
                                        new AuditQuery("mei", "price-list", list.toString(), null),
                                        PageRequest.first(9))
                                .items())
                .extracting(it -> it.entry().action())
                .contains("open-price-list", "publish-price-list", "withdraw-price-list");
    }

    @Test
    void whoPublishesHasSeenWhatHePublishes() {
        PriceList seen = found(aList(Audience.level(level), null, null, row(1, "9.00")));
        lists.setRow(seen.key(), row(1, "0.90"), DESK);

        assertThat(refusal(lists.publish(seen.key(), seen.edit(), "上线", DESK)))
                .isEqualTo("price-list.changed-meanwhile");
        assertThat(quote(1).source()).isEqualTo(Source.BASE);
    }

    @Test
    void senselessListsAreRefusedWithAReason() {
        assertThat(refusal(lists.open(terms("", Audience.level(level), null, null), DESK)))
                .isEqualTo("price-list.name");
        assertThat(refusal(lists.open(terms("甲", Audience.level(" "), null, null), DESK)))
                .isEqualTo("price-list.audience");
        assertThat(refusal(lists.open(terms("甲", Audience.type("who?"), null, null), DESK)))
                .isEqualTo("price-list.audience");
        assertThat(refusal(lists.open(terms("甲", Audience.region("3"), null, null), DESK)))
                .isEqualTo("price-list.audience");
        assertThat(refusal(lists.open(terms("甲", Audience.EVERYONE, TODAY, null), DESK)))
                .isEqualTo("price-list.undated");
        assertThat(refusal(lists.open(terms("甲", Audience.level(level), TOMORROW, TODAY), DESK)))
                .isEqualTo("price-list.dates");
        assertThat(
                        refusal(
                                lists.open(
                                        terms("甲", Audience.level(level), null, null),
                                        Actor.buyer("b", "B"))))
                .isEqualTo("price-list.not-staff");
        PriceList empty = aDraft(Audience.level(level), null, null);
        assertThat(refusal(lists.publish(empty.key(), empty.edit(), "上线", DESK)))
                .isEqualTo("price-list.empty");
        Key old = aList(Audience.level(level), null, TODAY.minusDays(1), row(1, "1.00"));
        assertThat(refusal(lists.publish(old, found(old).edit(), "上线", DESK)))
                .isEqualTo("price-list.over");
    }

    @Test
    void thePreviewSaysWhatGoesUpAndDownAndWhatIsUnderTheFloor() {
        prices.applyBasePrices("erp", Map.of(other, price("5.00")));
        prices.setFloor(product, price("9.50"), DESK);
        Key list =
                aList(
                        Audience.level(level),
                        null,
                        null,
                        row(1, "9.00"),
                        new Row(other, Quantity.of(1), price("5.50")),
                        new Row(other, Quantity.of(10), price("5.00")));

        List<Change> changes = lists.preview(list, new Viewer(null, level, "", "")).changes();

        assertThat(changes)
                .extracting(it -> it.row().price(), Change::change, Change::belowFloor)
                .containsExactlyInAnyOrder(
                        tuple(price("9.00"), PriceChange.DOWN, true),
                        tuple(price("5.50"), PriceChange.UP, false),
                        tuple(price("5.00"), PriceChange.SAME, false));
        publish(list);
        assertThat(lists.preview(list, new Viewer(null, level, "", "")).changes())
                .isEqualTo(changes);
    }

    @Test
    void thePreviewSaysWhatIsOverruledAndWhatANewVersionListsNoMore() {
        publish(aList(Audience.region("3301"), null, null, row(1, "9.00")));
        Key province = aList(Audience.region("33"), null, null, row(1, "8.00"));
        Viewer inTheCity = new Viewer(null, "", "", "330100");
        assertThat(lists.preview(province, inTheCity).count(PriceChange.OVERRULED)).isEqualTo(1);
        publish(province);
        Key next = done(lists.revise(province.number(), DESK)).key();
        lists.removeRow(next, product, Quantity.of(1), DESK);
        lists.setRow(next, new Row(other, Quantity.of(1), price("3.00")), DESK);

        var preview = lists.preview(next, new Viewer(null, "", "", "33"));

        assertThat(preview.count(PriceChange.GONE)).isEqualTo(1);
        assertThat(preview.count(PriceChange.NEW)).isEqualTo(1);
    }

    @Test
    void aFileWithABadRowChangesNothingUntilTheGoodRowsAreChosen() {
        Key list = aList(Audience.level(level), null, null, row(1, "9.00"));
        ImportFile file =
                new ImportFile(
                        "list.xlsx",
                        true,
                        List.of(
                                new TypedRow(2, "A1", "", "4.00"),
                                new TypedRow(3, "a1", "5", "x"),
                                new TypedRow(4, "", "", ""),
                                new TypedRow(5, "A1", "1", "3.00")));
        Map<String, ProductId> known = Map.of("A1", other);

        assertThat(lists.take(list, file, known, DESK)).isEqualTo(new ImportOutcome.Waits(1, 2));

        assertThat(rows(list)).containsExactly(row(1, "9.00"));
        assertThat(lists.waiting(list).orElseThrow().file()).isEqualTo(file);
        assertThat(lists.takeGood(list, known, DESK)).isEqualTo(new ImportOutcome.Taken(1, 2));
        assertThat(rows(list)).containsExactly(new Row(other, Quantity.of(1), price("4.00")));
        assertThat(lists.waiting(list)).isEmpty();
        assertThat(lists.takeGood(list, known, DESK))
                .isEqualTo(new ImportOutcome.Refused("price-import.none"));
    }

    @Test
    void aWaitingFileMakesPlaceForTheNextAndIsForgottenWhenAskedTo() {
        Key list = aDraft(Audience.level(level), null, null).key();
        lists.take(list, file(false, new TypedRow(2, "?", "", "1")), Map.of(), DESK);
        lists.take(list, file(true, new TypedRow(2, "??", "", "1")), Map.of(), DESK);
        assertThat(lists.waiting(list).orElseThrow().file().rows().getFirst().code())
                .isEqualTo("??");

        lists.forgetImport(list, DESK);

        assertThat(lists.waiting(list)).isEmpty();
    }

    @Test
    void anAdditionLeavesTheOtherRows() {
        Key list = aList(Audience.level(level), null, null, row(1, "9.00"), row(10, "8.00"));

        lists.take(
                list,
                file(false, new TypedRow(2, "P", "10", "7.50"), new TypedRow(3, "O", "", "2")),
                Map.of("P", product, "O", other),
                DESK);

        assertThat(rows(list))
                .containsExactlyInAnyOrder(
                        row(1, "9.00"),
                        row(10, "7.50"),
                        new Row(other, Quantity.of(1), price("2")));
    }

    @Test
    void aListTakesItsTwentyThousandRowsAndNotOneMore() {
        Key list = aDraft(Audience.level(level), null, null).key();
        List<Row> many = new ArrayList<>();
        for (int i = 0; i < PriceLists.MOST_ROWS; i++) {
            many.add(new Row(new ProductId(new UUID(43, i)), Quantity.of(1), price("1.00")));
        }

        PriceList full = done(lists.putRows(list, many, true, DESK));

        assertThat(full.rows()).isEqualTo(PriceLists.MOST_ROWS);
        assertThat(refusal(lists.setRow(list, row(1, "1.00"), DESK)))
                .isEqualTo("price-list.too-many-rows");
        done(lists.setRow(list, many.getFirst(), DESK));
        publish(list);
        assertThat(lists.preview(list, new Viewer(null, level, "", "")).changes())
                .hasSize(PriceLists.MOST_ROWS);
    }

    @Test
    void thePageFindsListsByStateSourceProductAndWords() {
        Key list = aList(Audience.level(level), TODAY, null, row(1, "9.00"));

        assertThat(found(null, null, null, level)).containsExactly(list);
        assertThat(found(PriceListState.DRAFT, Source.LEVEL, product, level)).containsExactly(list);
        assertThat(found(PriceListState.PUBLISHED, null, null, level)).isEmpty();
        assertThat(found(null, Source.REGION, null, level)).isEmpty();
        assertThat(found(null, null, other, null)).isEmpty();
        for (String sort : List.of("number", "-number", "from", "-from", "until", "-until")) {
            assertThat(
                            lists.page(
                                            new ListQuery(null, null, product, null),
                                            new PageRequest(0, 5, sort))
                                    .items())
                    .hasSize(1);
        }
    }

    @Test
    void theListOfACustomerTypeComesAfterTheLevelAndBeforeTheRegion() {
        Key type = aList(Audience.type("PHARMACY"), null, null, row(1, "9.50"), row(10, "9.40"));
        try {
            publish(type);
            publish(aList(Audience.region("33"), null, null, row(1, "1.00")));

            PriceQuote quote = quoteIn("330106");
            assertThat(quote.source())
                    .as("dearer, and closer than the region")
                    .isEqualTo(Source.TYPE);
            assertThat(quote.price()).isEqualTo(price("9.50"));
            assertThat(quote.list()).isEqualTo(type.toString());
            assertThat(quote.breaks())
                    .containsExactly(new Break(Quantity.of(10), price("9.40"), Source.TYPE));
            Viewer hospital = new Viewer(customer, level, "HOSPITAL", "330106");
            assertThat(prices.quote(hospital, Map.of(product, Quantity.of(1))).get(product))
                    .extracting(PriceQuote::source)
                    .isEqualTo(Source.REGION);
            assertThat(prices.explain(hospital, product, Quantity.of(1), TODAY).considered())
                    .filteredOn(it -> it.source() == Source.TYPE)
                    .extracting(Considered::owner, Considered::verdict)
                    .containsOnly(tuple("PHARMACY", PriceVerdict.OTHERS));

            publish(aList(Audience.level(level), null, null, row(1, "9.90")));

            assertThat(quoteIn("330106").source()).as("the level first").isEqualTo(Source.LEVEL);
            assertThat(
                            prices.explain(
                                            new Viewer(customer, level, "PHARMACY", "330106"),
                                            product,
                                            Quantity.of(1),
                                            TODAY)
                                    .considered())
                    .extracting(Considered::source)
                    .containsSequence(Source.LEVEL, Source.TYPE, Source.TYPE, Source.REGION);
        } finally {
            lists.withdraw(type, "测试结束", DESK);
        }
    }

    @Test
    void theExplanationTellsOfEveryRuleWhatBecameOfIt() {
        publish(aList(Audience.level(level), null, null, row(1, "9.00"), row(100, "8.00")));
        publish(aList(Audience.level("X" + level), null, null, row(1, "1.00")));
        publish(aList(Audience.customer(customer, "C"), TOMORROW, null, row(1, "6.00")));
        prices.agree(
                new Prices.Agreement(
                        new CustomerId(UUID.randomUUID()),
                        product,
                        Quantity.of(1),
                        price("2.00"),
                        null,
                        null),
                DESK);
        Viewer viewer = new Viewer(customer, level, "PHARMACY", "330106");

        PriceExplanation today = prices.explain(viewer, product, Quantity.of(1), TODAY);

        assertThat(Objects.requireNonNull(today.quote()).price()).isEqualTo(price("9.00"));
        assertThat(today.considered())
                .extracting(Considered::price, Considered::verdict)
                .containsExactlyInAnyOrder(
                        tuple(price("6.00"), PriceVerdict.NOT_YET),
                        tuple(price("8.00"), PriceVerdict.TOO_FEW),
                        tuple(price("9.00"), PriceVerdict.WINS),
                        tuple(price("1.00"), PriceVerdict.OTHERS),
                        tuple(price("10.00"), PriceVerdict.OUTRANKED));
        assertThat(
                        Objects.requireNonNull(
                                        prices.explain(viewer, product, Quantity.of(1), TOMORROW)
                                                .quote())
                                .price())
                .isEqualTo(price("6.00"));
    }

    @Test
    void floorsAreListedAndThoseThatTheBasePriceIsUnderAreFound() {
        prices.setFloor(product, price("11.00"), DESK);
        prices.setFloor(other, price("1.00"), DESK);

        assertThat(prices.floors(true, PageRequest.first(200)).items())
                .filteredOn(it -> it.product().equals(product))
                .singleElement()
                .satisfies(it -> assertThat(it.isUndercut()).isTrue());
        assertThat(prices.floors(true, PageRequest.first(200)).items())
                .noneMatch(it -> it.product().equals(other));
        prices.removeFloor(product, DESK);
        assertThat(prices.floors(List.of(product))).isEmpty();
    }

    private List<Key> found(
            @Nullable PriceListState state,
            @Nullable Source source,
            @Nullable ProductId of,
            @Nullable String text) {
        return lists
                .page(new ListQuery(state, source, of, text), PageRequest.first(9))
                .items()
                .stream()
                .map(PriceList::key)
                .toList();
    }

    private static ImportFile file(boolean replaces, TypedRow... rows) {
        return new ImportFile("list.xlsx", replaces, List.of(rows));
    }

    private List<Row> rows(Key list) {
        return lists.rows(list, null, PageRequest.first(50)).items();
    }

    private PriceList aDraft(
            Audience audience, @Nullable LocalDate from, @Nullable LocalDate until) {
        return done(lists.open(terms("价目表 " + level, audience, from, until), DESK));
    }

    private Key aList(
            Audience audience, @Nullable LocalDate from, @Nullable LocalDate until, Row... rows) {
        Key key = aDraft(audience, from, until).key();
        done(lists.putRows(key, List.of(rows), true, DESK));
        return key;
    }

    private void publish(Key list) {
        done(lists.publish(list, found(list).edit(), "上线", DESK));
    }

    private PriceList found(Key list) {
        return lists.find(list).orElseThrow();
    }

    private static Terms terms(
            String name, Audience audience, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Terms(name, audience, from, until);
    }

    private Row row(int from, String price) {
        return new Row(product, Quantity.of(from), price(price));
    }

    private PriceQuote quote(int quantity) {
        return quote("", quantity);
    }

    private PriceQuote quoteIn(String region) {
        return quote(region, 1);
    }

    private PriceQuote quote(String region, int quantity) {
        return Objects.requireNonNull(
                prices.quote(
                                new Viewer(customer, level, "PHARMACY", region),
                                Map.of(product, Quantity.of(quantity)))
                        .get(product));
    }

    private static PriceList done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.list();
        }
        throw new AssertionError(outcome);
    }

    private static String refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).why();
    }

    private static UnitPrice price(String amount) {
        return UnitPrice.of(amount);
    }
}
