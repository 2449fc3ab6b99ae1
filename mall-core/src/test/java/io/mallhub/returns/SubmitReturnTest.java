package io.mallhub.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.AtOnce;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import io.mallhub.returns.SubmitReturnOutcome.Refused;
import io.mallhub.returns.SubmitReturnOutcome.Submitted;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmitReturnTest extends ReturnTest {
    private static final String CODE = "81234567890123456789";

    @Test
    void aReturnIsBoundToItsShipmentAndStartsItsProcess() {
        String number = goods.submitted(goods.of(customer, order, 4));

        assertThat(state(number)).isEqualTo(ReturnState.SUBMITTED);
        assertThat(left()).isEqualTo(Quantity.of(6));
        assertThat(events.stream(ReturnSubmitted.class)).contains(new ReturnSubmitted(number));
        assertThat(view(number).reversal().gross()).isEqualTo(Money.of("40.00"));
        assertThat(returns.timeline(number).getFirst().what()).isEqualTo("return.submitted");
    }

    @Test
    void theSameKeyGivesTheSameReturnAndWithOtherContentNone() {
        SubmitReturn command = goods.of(customer, order, 4);
        String number = goods.submitted(command);

        assertThat(returns.submit(command)).isEqualTo(new Submitted(number, true));
        SubmitReturn other = goods.of(customer, order, 5);
        assertThat(
                        returns.submit(
                                new SubmitReturn(
                                        customer,
                                        order,
                                        command.idempotencyKey(),
                                        other.reason(),
                                        other.wish(),
                                        other.note(),
                                        null,
                                        other.lines(),
                                        other.by())))
                .isInstanceOf(SubmitReturnOutcome.KeyReusedForOtherContent.class);
        assertThat(left()).isEqualTo(Quantity.of(6));
    }

    @Test
    void allReturnsTogetherAreNeverMoreThanWasShipped() {
        goods.submitted(goods.of(customer, order, 7));

        assertThat(problem(goods.of(customer, order, 4))).isEqualTo("return.more-than-shipped");
        assertThat(left()).isEqualTo(Quantity.of(3));
    }

    @Test
    void ofManyAtOnceOnlyAsManyGoThroughAsWereShipped() throws Exception {
        SubmitReturn sample = goods.of(customer, order, 3);

        List<SubmitReturnOutcome> outcomes =
                AtOnce.run(8, i -> returns.submit(withKey(sample, "at-once-" + i)));

        assertThat(outcomes.stream().filter(Submitted.class::isInstance)).hasSize(3);
        assertThat(left()).isEqualTo(Quantity.of(1));
    }

    @Test
    void whatIsNotAsDeliveredIsRefusedWithItsReason() {
        assertThat(problem(line("FH-1", 1, "B-OTHER", LocalDate.of(2028, 6, 30))))
                .isEqualTo("return.batch-differs");
        assertThat(problem(line("FH-9", 1, "B20261", LocalDate.of(2028, 6, 30))))
                .isEqualTo("return.not-shipped");
        assertThat(problem(line("FH-1", 1, "B20261", LocalDate.of(2029, 6, 30))))
                .isEqualTo("return.expiry-differs");
        assertThat(problem(line("FH-1", 1, "B20261", LocalDate.of(2028, 6, 30), "123")))
                .isEqualTo("return.trace-malformed");
        assertThat(problem(goods.of(customer, order, 0))).isEqualTo("return.quantity-not-positive");
        assertThat(left()).isEqualTo(Quantity.of(10));
    }

    @Test
    void aTraceCodeComesBackOnce() {
        SubmitReturn.Line line = line("FH-1", 1, "B20261", LocalDate.of(2028, 6, 30), CODE);
        String number = goods.submitted(asked(line));

        assertThat(problem(line)).isEqualTo("return.trace-used");
        assertThat(left()).isEqualTo(Quantity.of(9));

        returns.withdraw(number, "");
        assertThat(returns.submit(asked(line))).isInstanceOf(Submitted.class);
    }

    @Test
    void anotherCompanysOrderIsUnknown() {
        var stranger = customers.anActiveCustomer().id();
        SubmitReturn own = goods.of(customer, order, 1);
        SubmitReturn theirs =
                new SubmitReturn(
                        stranger,
                        order,
                        "key",
                        own.reason(),
                        own.wish(),
                        "",
                        null,
                        own.lines(),
                        own.by());

        assertThat(returns.submit(theirs))
                .isEqualTo(
                        new Refused(List.of(new LineProblem(-1, "return.unknown-order", order))));
        assertThat(returns.returnable(stranger, order)).isEmpty();
        String number = goods.submitted(own);
        assertThat(returns.findOf(stranger, number)).isEmpty();
    }

    private String problem(SubmitReturn.Line line) {
        return problem(asked(line));
    }

    private String problem(SubmitReturn command) {
        return returns.submit(command) instanceof Refused refused
                ? refused.problems().getFirst().problem()
                : "none";
    }

    private static SubmitReturn.Line line(
            String delivery, int line, String batch, LocalDate expiry, String... codes) {
        return new SubmitReturn.Line(delivery, line, batch, expiry, Quantity.of(1), List.of(codes));
    }

    private SubmitReturn asked(SubmitReturn.Line line) {
        SubmitReturn sample = goods.of(customer, order, 1);
        return new SubmitReturn(
                customer,
                order,
                sample.idempotencyKey(),
                sample.reason(),
                sample.wish(),
                "",
                null,
                List.of(line),
                sample.by());
    }

    private static SubmitReturn withKey(SubmitReturn sample, String key) {
        return new SubmitReturn(
                sample.company(),
                sample.orderNumber(),
                key,
                sample.reason(),
                sample.wish(),
                sample.note(),
                null,
                sample.lines(),
                sample.by());
    }
}
