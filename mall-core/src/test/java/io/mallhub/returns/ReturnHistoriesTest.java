package io.mallhub.returns;

import static io.mallhub.fixture.ReturnFixtures.FINANCE;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.audit.FourEyesProof;
import io.mallhub.returns.ReturnView.Kind;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random histories of returns of one order, with everybody trying everything: whatever happens,
 * goods and money add up, and nobody has done two things that watch each other.
 */
class ReturnHistoriesTest extends ReturnTest {
    private static final int STEPS = 40;
    private static final List<Actor> PEOPLE =
            List.of(
                    Actor.staff("a", "A"),
                    Actor.staff("b", "B"),
                    Actor.staff("c", "C"),
                    FINANCE,
                    BUYER);

    @Autowired FourEyesProof fourEyes;

    @RepeatedTest(25)
    void goodsAndMoneyAddUpAndEyesAreFour(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            step(random, numbers);
        }

        Money credited = Money.ZERO;
        Quantity taken = Quantity.ZERO;
        for (String number : numbers) {
            ReturnView it = view(number);
            boolean paid = it.state() == ReturnState.SETTLED || it.state() == ReturnState.COMPLETED;
            credited = paid ? credited.plus(it.reversal().gross()) : credited;
            taken = taken.plus(claimed(it));
            assertThat(it.reversal().net().plus(it.reversal().tax()))
                    .isEqualTo(it.reversal().gross());
            eyesAreFour(it);
        }
        assertThat(balance()).isEqualTo(Money.of("100.00").minus(credited));
        assertThat(left()).isEqualTo(Quantity.of(10).minus(taken));
        assertThat(credited.compareTo(Money.of("100.00"))).isLessThanOrEqualTo(0);
        assertThat(receivables.unproven()).doesNotContain(customer);
        assertThat(fourEyes.verify().breaches())
                .noneMatch(breach -> numbers.contains(breach.subject()));
    }

    private void step(Random random, List<String> numbers) {
        Actor by = PEOPLE.get(random.nextInt(PEOPLE.size()));
        if (numbers.isEmpty() || random.nextInt(4) == 0) {
            SubmitReturn sample = goods.of(customer, order, 1 + random.nextInt(4));
            SubmitReturn asked =
                    new SubmitReturn(
                            customer,
                            order,
                            sample.idempotencyKey(),
                            sample.reason(),
                            sample.wish(),
                            "",
                            null,
                            sample.lines(),
                            by);
            if (returns.submit(asked) instanceof SubmitReturnOutcome.Submitted done) {
                numbers.add(done.number());
            }
            return;
        }
        String number = numbers.get(random.nextInt(numbers.size()));
        try {
            act(random.nextInt(9), random, number, by);
        } catch (IllegalStateException notNow) {
            assertThat(notNow).hasMessageContaining(number);
        }
    }

    private void act(int what, Random random, String number, Actor by) {
        switch (what) {
            case 0 -> returns.startReview(number);
            case 1 -> returns.review(number, true, "", by);
            case 2, 3 -> returns.approve(number);
            case 4 -> {
                Quantity asked = view(number).lines().getFirst().quantity();
                returns.receive(new ReceiveReturn(number, List.of(asked), by));
            }
            case 5, 6 ->
                    returns.inspect(
                            new InspectReturn(
                                    number,
                                    List.of(
                                            new InspectReturn.Line(
                                                    "B20261", split(random, number), "")),
                                    by));
            case 7 -> returns.decideRefund(number, random.nextInt(3) > 0, "", by);
            default -> {
                if (random.nextInt(4) == 0) {
                    returns.withdraw(number, "");
                } else {
                    returns.settle(number);
                }
            }
        }
    }

    private Map<Disposition, Quantity> split(Random random, String number) {
        Map<Disposition, Quantity> split = new EnumMap<>(Disposition.class);
        Quantity received = view(number).lines().getFirst().received();
        int pieces = received == null ? 0 : received.amount().intValue();
        for (int i = 0; i < pieces; i++) {
            Disposition where = Disposition.values()[random.nextInt(4)];
            split.merge(where, Quantity.of(1), Quantity::plus);
        }
        return split;
    }

    private static Quantity claimed(ReturnView it) {
        ReturnView.Line line = it.lines().getFirst();
        if (it.state().isWithoutGoods()) {
            return Quantity.ZERO;
        }
        return line.split().isEmpty() ? line.quantity() : line.accepted();
    }

    private static void eyesAreFour(ReturnView it) {
        never(it, Kind.REVIEWED, Kind.SUBMITTED);
        never(it, Kind.RECEIVED, Kind.SUBMITTED);
        never(it, Kind.INSPECTED, Kind.SUBMITTED, Kind.RECEIVED);
        never(it, Kind.REFUND_DECIDED, Kind.SUBMITTED, Kind.REVIEWED);
    }

    private static void never(ReturnView it, Kind kind, Kind... watched) {
        for (ReturnView.Act act : it.acts()) {
            if (act.kind() == kind) {
                assertThat(it.acts())
                        .filteredOn(other -> List.of(watched).contains(other.kind()))
                        .noneMatch(other -> other.by().isSamePersonAs(act.by()));
            }
        }
    }
}
