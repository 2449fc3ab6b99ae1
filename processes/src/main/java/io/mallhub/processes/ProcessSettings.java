package io.mallhub.processes;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Periods of the processes. An instance keeps those it was started with.
 *
 * @param startMemory how long the engine itself refuses a repeated start; the claim of the instance
 *     does it for ever
 * @param messageMemory how long a message waits for an instance that is not ready for it
 */
@Validated
@ConfigurationProperties("mallhub.processes")
public record ProcessSettings(
        @DefaultValue Registration registration,
        @DefaultValue Renewal renewal,
        @DefaultValue Order order,
        @DefaultValue SalesReturn returns,
        @DefaultValue Commission commission,
        @DefaultValue Conflict conflict,
        @DefaultValue Coupon coupon,
        @DefaultValue Points points,
        @DefaultValue Refund refund,
        @DefaultValue("1h") Duration startMemory,
        @DefaultValue("30d") Duration messageMemory) {

    /**
     * @param supplement without it for so long, the application is rejected
     * @param erpProblem to look into a refused or unknown customer creation
     */
    public record Registration(
            @DefaultValue("30d") Duration supplement, @DefaultValue("1d") Duration erpProblem) {
        public Map<String, Object> timing() {
            return Map.of("supplement", supplement.toString(), "erpProblem", erpProblem.toString());
        }
    }

    /**
     * @param daysAhead how long before its end the renewal of a document is opened; the reminders
     *     are 90, 30 and 7 days before
     * @param scanEvery how often documents are looked through
     */
    public record Renewal(
            @DefaultValue("90") int daysAhead, @DefaultValue("1h") Duration scanEvery) {}

    /**
     * @param approval for each group; overdue ones are escalated
     * @param problem to look into a refused, unknown or stopped push
     * @param acceptance the ERP's answer is chased after it
     * @param shipment the delivery is chased after it
     * @param invoice an invoice is chased after it, where the ERP tells of invoices
     * @param licenceRecheck cron expression in the broker's time zone, UTC unless set otherwise: by
     *     default 00:05 in Asia/Shanghai, just after licences end
     */
    public record Order(
            @DefaultValue("8h") Duration approval,
            @DefaultValue("4h") Duration problem,
            @DefaultValue("4h") Duration acceptance,
            @DefaultValue("3d") Duration shipment,
            @DefaultValue("7d") Duration invoice,
            @DefaultValue("0 5 16 * * *") String licenceRecheck) {
        public Map<String, Object> timing() {
            return Map.of(
                    "approval", approval.toString(),
                    "problem", problem.toString(),
                    "acceptance", acceptance.toString(),
                    "shipment", shipment.toString(),
                    "invoice", invoice.toString(),
                    "licenceRecheck", licenceRecheck);
        }
    }

    /**
     * @param review by the desk; overdue ones are escalated
     * @param problem to look into a refused or unknown return order of the ERP
     * @param goodsReminder the buyer is reminded after it
     * @param goodsLapse without goods for so long, the return lapses
     * @param inspection of goods in quarantine; overdue ones are escalated
     * @param finance to approve a refund above the limit; overdue ones are escalated
     */
    public record SalesReturn(
            @DefaultValue("8h") Duration review,
            @DefaultValue("4h") Duration problem,
            @DefaultValue("7d") Duration goodsReminder,
            @DefaultValue("30d") Duration goodsLapse,
            @DefaultValue("2d") Duration inspection,
            @DefaultValue("8h") Duration finance) {
        public Map<String, Object> timing() {
            return Map.of(
                    "review", review.toString(),
                    "problem", problem.toString(),
                    "goodsReminder", goodsReminder.toString(),
                    "goodsLapse", goodsLapse.toString(),
                    "inspection", inspection.toString(),
                    "finance", finance.toString());
        }
    }

    /**
     * @param disputeWindow to look at a published statement before it is approved
     * @param dispute to answer a disputed line
     * @param problem to look into a linked payee or a refused or unknown voucher
     * @param payment to pay and record the bank's answer
     */
    public record Commission(
            @DefaultValue("5d") Duration disputeWindow,
            @DefaultValue("3d") Duration dispute,
            @DefaultValue("1d") Duration problem,
            @DefaultValue("3d") Duration payment) {
        public Map<String, Object> timing() {
            return Map.of(
                    "disputeWindow", disputeWindow.toString(),
                    "dispute", dispute.toString(),
                    "problem", problem.toString(),
                    "payment", payment.toString());
        }
    }

    /**
     * @param problem to look into a refund that the provider refuses
     */
    public record Refund(@DefaultValue("1d") Duration problem) {
        public Map<String, Object> timing() {
            return Map.of("problem", problem.toString());
        }
    }

    /**
     * @param decision to decide between two values; overdue ones are escalated
     */
    public record Conflict(@DefaultValue("2d") Duration decision) {
        public Map<String, Object> timing() {
            return Map.of("decision", decision.toString());
        }
    }

    /**
     * @param remindDaysAhead how long before its last day the holders of a coupon are told
     * @param scanEvery how often coupons are looked through
     */
    public record Coupon(
            @DefaultValue("3") int remindDaysAhead, @DefaultValue("1h") Duration scanEvery) {}

    /**
     * @param remindDaysAhead how long before their last day the holders of points are told
     * @param scanEvery how often points are looked through
     */
    public record Points(
            @DefaultValue("14") int remindDaysAhead, @DefaultValue("1h") Duration scanEvery) {}
}
