package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.AssignOutcome;
import io.mallhub.catalog.MerchandiseCategories.Assigned;
import io.mallhub.catalog.MerchandiseCategories.ImportOutcome;
import io.mallhub.catalog.MerchandiseCategories.PutOutcome;
import io.mallhub.catalog.MerchandiseCategory;
import io.mallhub.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A tree of three levels; the product stands in its middle one. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingMerchandise {
    static final MerchandiseCategory WESTERN =
            new MerchandiseCategory("MED-WEST", List.of("MED", "MED-WEST"), "西药", "Western", 1);
    private static final List<MerchandiseCategory> TREE =
            List.of(
                    new MerchandiseCategory("MED", List.of("MED"), "药品", "Medicines", 1),
                    WESTERN,
                    new MerchandiseCategory(
                            "MED-WEST-ANTIBIOTICS-OF-HOSPITALS",
                            List.of("MED", "MED-WEST", "MED-WEST-ANTIBIOTICS-OF-HOSPITALS"),
                            "医院专供抗感染类药品（含注射剂、口服制剂及外用制剂）",
                            "Antibiotics that are supplied to hospitals alone",
                            2),
                    new MerchandiseCategory("NEW", List.of("NEW"), "新品", "New", 2));

    @Bean
    MerchandiseCategories merchandiseCategories() {
        MerchandiseCategories categories = mock();
        when(categories.tree()).thenReturn(TREE);
        when(categories.counts()).thenReturn(Map.of("MED", 3141L, "MED-WEST", 3141L));
        when(categories.of(any())).thenReturn(Map.of(StandingMall.PRODUCT, Set.of(WESTERN.code())));
        when(categories.put(any(), any())).thenReturn(new PutOutcome.Put(WESTERN));
        when(categories.remove(any(), any())).thenReturn(Optional.empty());
        when(categories.assign(any(), any(), any())).thenReturn(new AssignOutcome.Assigned(1));
        when(categories.move(any(), any(), any(), any())).thenReturn(new AssignOutcome.Assigned(1));
        when(categories.moveMatching(any(), any(), any(), any()))
                .thenReturn(new AssignOutcome.Assigned(12));
        when(categories.take(any(), any(), anyBoolean(), any()))
                .thenReturn(new ImportOutcome.Taken(2, 1, List.of()));
        Assigned assigned =
                new Assigned(
                        StandingMall.PRODUCT,
                        StandingMall.PRODUCT_CODE,
                        "阿莫西林胶囊",
                        List.of(WESTERN.code()));
        when(categories.assigned(any())).thenReturn(new Page<>(List.of(assigned), 0, 50, 1));
        return categories;
    }
}
