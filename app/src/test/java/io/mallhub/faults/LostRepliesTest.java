package io.mallhub.faults;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LostRepliesTest extends FaultTest {
    @Test
    void aReplyLostAfterTheErpCommittedNeverMakesASecondOrder() {
        OrdersUnderFire orders = orders("lost-reply");
        erp.breakNext("CREATE_ORDER", "DROP_AFTER_COMMIT", 4);

        orders.order(mall().storefront(), 10);

        assertClean("1", "4 replies lost after the ERP's commit", orders);
    }

    @Test
    @Tag("slow")
    void callsThatArriveTwiceOrOutOfOrderAndRepliesThatCannotBeReadMakeOneOrderEach() {
        OrdersUnderFire orders = orders("garbled");
        erp.refuseDuplicateReferences(true);
        erp.breakNext("CREATE_ORDER", "DUPLICATE_DELIVERY", 3);
        for (String kind : List.of("SESSION_LOSS", "GBK_BYTES", "BAD_CHARACTERS")) {
            erp.breakNext("CREATE_ORDER", kind, 2);
        }
        erp.letOvertake(0.3);

        orders.order(mall().storefront(), 12);

        assertClean(
                "15, 35, 36",
                "3 calls twice, 2 sessions lost, 4 replies garbled, overtaken",
                orders);
        erp.refuseDuplicateReferences(false);
    }

    @Test
    @Tag("slow")
    void refusedTruncatedAndFailedAnswersAreEachDealtWithByWhatTheyProve() {
        OrdersUnderFire orders = orders("broken-replies");
        for (String kind :
                List.of(
                        "DROP_BEFORE_COMMIT",
                        "HTTP_500",
                        "HTTP_503",
                        "TRUNCATED_REPLY",
                        "FAILURE_IN_200")) {
            erp.breakNext("CREATE_ORDER", kind, 2);
        }

        orders.order(mall().storefront(), 12);

        assertClean(
                "31, 33, 34", "2 replies each dropped, 500, 503, cut off, failed in 200", orders);
    }
}
