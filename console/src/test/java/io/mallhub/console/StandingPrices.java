package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceListState;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceLists.Change;
import io.mallhub.pricing.PriceLists.ImportFile;
import io.mallhub.pricing.PriceLists.ImportOutcome;
import io.mallhub.pricing.PriceLists.Outcome;
import io.mallhub.pricing.PriceLists.Preview;
import io.mallhub.pricing.PriceLists.PriceChange;
import io.mallhub.pricing.PriceLists.WaitingImport;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.pricing.TypedRow;
import io.mallhub.shared.Page;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Step;
import io.mallhub.shared.UnitPrice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Price lists of the standing mall: a draft that replaces a published one, and a special price. */
@TestConfiguration(proxyBeanMethods = false)
@SuppressWarnings("DirectInvocationOnMock")
@NullUnmarked
class StandingPrices {
    static final Key DRAFT = new Key("PL000003", 2);
    static final Key PUBLISHED = new Key("PL000003", 1);
    private static final Key SPECIAL = new Key("PL000002", 1);
    private static final Audience ZHEJIANG = Audience.region("33");

    @Bean
    PriceLists priceLists() {
        PriceLists lists = mock();
        PriceList draft =
                list(
                        DRAFT,
                        "浙江地区特价（含阶梯价）",
                        ZHEJIANG,
                        LocalDate.of(2026, 12, 1),
                        PriceListState.DRAFT);
        PriceList published = list(PUBLISHED, "浙江地区特价", ZHEJIANG, null, PriceListState.PUBLISHED);
        PriceList special =
                list(
                        SPECIAL,
                        "十二月特价",
                        Audience.EVERYONE,
                        LocalDate.of(2026, 12, 1),
                        PriceListState.PUBLISHED);
        Row one = new Row(StandingMall.PRODUCT, Quantity.of(1), UnitPrice.of("39.80"));
        Row ten = new Row(StandingMall.PRODUCT, Quantity.of(10), UnitPrice.of("36.505"));
        when(lists.page(any(), any())).thenReturn(page(draft, special, published));
        when(lists.find(any())).thenReturn(Optional.empty());
        when(lists.find(DRAFT)).thenReturn(Optional.of(draft));
        when(lists.isWaiting(DRAFT)).thenReturn(true);
        when(lists.dropped(DRAFT)).thenReturn(List.of(special));
        when(lists.find(PUBLISHED)).thenReturn(Optional.of(published));
        when(lists.versions(DRAFT.number())).thenReturn(List.of(draft, published));
        when(lists.rows(any(), any(), any())).thenReturn(page(one, ten));
        when(lists.steps(any()))
                .thenReturn(
                        List.of(
                                new Step(
                                        1,
                                        "PUBLISHED",
                                        "浙江竞品降价",
                                        "梅",
                                        StandingMall.NOW.minus(Duration.ofDays(20)))));
        when(lists.preview(any(), any()))
                .thenReturn(
                        new Preview(
                                List.of(
                                        new Change(
                                                one,
                                                PriceChange.DOWN,
                                                UnitPrice.of("42.80"),
                                                Source.BASE,
                                                false),
                                        new Change(
                                                ten,
                                                PriceChange.DOWN,
                                                UnitPrice.of("42.80"),
                                                Source.BASE,
                                                true))));
        when(lists.waiting(any())).thenReturn(Optional.empty());
        when(lists.waiting(DRAFT))
                .thenReturn(
                        Optional.of(
                                new WaitingImport(
                                        new ImportFile(
                                                "浙江特价 12 月.xlsx",
                                                true,
                                                List.of(
                                                        new TypedRow(
                                                                2,
                                                                StandingMall.PRODUCT_CODE,
                                                                "1",
                                                                "39.80"),
                                                        new TypedRow(7, "yp000123", "0", "￥39"),
                                                        new TypedRow(
                                                                9,
                                                                StandingMall.PRODUCT_CODE,
                                                                "",
                                                                "38"))),
                                        "梅",
                                        StandingMall.NOW)));
        when(lists.open(any(), any())).thenReturn(new Outcome.Done(draft));
        when(lists.revise(any(), any())).thenReturn(new Outcome.Done(draft));
        when(lists.change(any(), anyInt(), any(), any())).thenReturn(new Outcome.Done(draft));
        when(lists.setRow(any(), any(), any())).thenReturn(new Outcome.Done(draft));
        when(lists.removeRow(any(), any(), any(), any())).thenReturn(new Outcome.Done(draft));
        when(lists.putRows(any(), any(), anyBoolean(), any())).thenReturn(new Outcome.Done(draft));
        when(lists.publish(any(), anyInt(), any(), any(), any()))
                .thenReturn(new Outcome.Done(draft));
        when(lists.withdraw(any(), any(), any())).thenReturn(new Outcome.Done(draft));
        when(lists.take(any(), any(), any(), any())).thenReturn(new ImportOutcome.Taken(2, 0));
        when(lists.takeGood(any(), any(), any())).thenReturn(new ImportOutcome.Taken(1, 2));
        return lists;
    }

    private static PriceList list(
            Key key, String name, Audience audience, LocalDate from, PriceListState state) {
        return new PriceList(
                key,
                new Terms(name, audience, from, from == null ? null : from.plusDays(30)),
                state,
                2,
                3,
                "梅",
                StandingMall.NOW.minus(Duration.ofHours(2)),
                state == PriceListState.DRAFT ? null : StandingMall.NOW.minus(Duration.ofDays(20)));
    }

    @SafeVarargs
    private static <T> Page<T> page(T... rows) {
        return new Page<>(List.of(rows), 0, 20, rows.length);
    }
}
