package io.mallhub.processes.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the diagrams as they are. */
class WaysTest {
    @ParameterizedTest
    @CsvSource({
        "order-approval, decide-approvals, approve-order",
        "order-approval, decide-approvals, approvals-needed",
        "order-approval, decide-approvals, record-stops",
        "order-approval, assess-order, approve-order",
        "order-approval, assess-order, approvals-needed",
        "order-approval, record-stops, approve-order",
        "order-approval, sales-approval, approve-order",
        "order-approval, sales-approval, all-agreed",
        "order-approval, sales-approval, approvals-given",
        "order-approval, approvals, approve-order",
        "order-approval, approvals, push-order",
        "order-approval, chase-acceptance, complete-order",
        "order-approval, recall-stop, complete-order",
        "order-approval, erp-rejection, push-order",
        "customer-registration, run-checks, quality-review",
        "customer-registration, quality-review, create-erp-customer",
        "customer-registration, quality-review, high-risk",
        "customer-registration, quality-head-review, create-erp-customer",
        "customer-registration, quality-head-review, head-decision",
        "customer-registration, await-supplement, create-erp-customer",
        "sales-return, return-review, create-erp-return",
        "sales-return, return-review, await-goods",
        "sales-return, preparation, await-goods",
        "sales-return, return-inspection, draw-statement",
        "sales-return, draw-statement, settle-return",
        "sales-return, draw-statement, refund-above-limit",
        "sales-return, return-refund-approval, settle-return",
        "commission-statement, linked-payee-review, publish-statement",
        "commission-statement, find-limits, request-approvals",
        "commission-statement, payout-sales-approval, payout-finance-approval",
        "commission-statement, payout-finance-approval, post-voucher",
        "commission-statement, payout-second-approval, post-voucher",
        "commission-statement, payment, notify-paid",
        "qualification-renewal, renewal-review, tell-renewed",
        "qualification-renewal, renewing, tell-renewed",
        "sync-decision, conflict-decision, apply-decision",
        "online-refund, refund-refused, settled"
    })
    void pastAPersonADecisionOrAGatewayNothingLeads(String process, String from, String to) {
        assertThat(ways(process).lead(from, to)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "order-approval, decide-approvals, assess-order",
        "order-approval, sales-approval, record-stops",
        "order-approval, sales-approval, assess-order",
        "order-approval, push-order, assess-order",
        "order-approval, await-shipment, check-before-shipping",
        "order-approval, chase-shipment, await-shipment",
        "customer-registration, quality-head-review, quality-review",
        "customer-registration, erp-customer-problem, create-erp-customer",
        "sales-return, return-refund-approval, return-inspection",
        "commission-statement, payment, post-voucher",
        "commission-statement, payout-finance-approval, payout-sales-approval"
    })
    void backToWhereItCameThroughATokenMayGo(String process, String from, String to) {
        assertThat(ways(process).lead(from, to)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "order-approval, check-before-shipping, await-shipment",
        "order-approval, assess-order, decide-approvals",
        "order-approval, push-order, outcome-unknown",
        "order-approval, complete-order, order-completed",
        "customer-registration, await-supplement, run-checks",
        "customer-registration, activate-customer, customer-active",
        "sales-return, place-exchange, complete-return",
        "sales-return, await-goods, return-inspection",
        "commission-statement, publish-statement, dispute-window",
        "commission-statement, notify-paid, paid",
        "qualification-renewal, open-renewal, await-renewal"
    })
    void pastTheOneStepWhereItStandsATokenMayGo(String process, String from, String to) {
        assertThat(ways(process).lead(from, to)).isTrue();
    }

    @Test
    void twoStepsAreNotSkippedAtOnce() {
        assertThat(ways("commission-statement").lead("publish-statement", "close-window"))
                .isFalse();
    }

    private static Ways ways(String process) {
        String resource = "bpmn/" + process + ".bpmn";
        try (InputStream in = WaysTest.class.getClassLoader().getResourceAsStream(resource)) {
            return WaysReader.read(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
    }
}
