package io.mallhub.prepaid.internal;

import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.CloseOutcome;
import io.mallhub.payment.OnlinePayments.OpenPayment;
import io.mallhub.payment.OnlinePayments.PayOutcome;
import io.mallhub.payment.OnlinePayments.Purpose;
import io.mallhub.payment.PaymentView;
import io.mallhub.prepaid.OwnTopUps;
import io.mallhub.prepaid.TopUpGate;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OwnTopUpDesk implements OwnTopUps {
    private static final Logger log = LoggerFactory.getLogger(OwnTopUpDesk.class);
    private static final Actor TIME = Actor.system("top-ups");

    /** Of one company that wait for their money: nobody fills the provider with payments. */
    private static final int MOST_OPEN = 10;

    private static final int LONGEST_KEY = 100;

    private final OwnTopUpTable topUps;
    private final OnlinePayments payments;
    private final TopUpRules rules;
    private final Customers customers;
    private final ObjectProvider<TopUpGate> gate;
    private final TopUpSettings settings;
    private final Clock clock;

    /**
     * @param gate asked late: whoever answers knows this context, too
     */
    OwnTopUpDesk(
            OwnTopUpTable topUps,
            OnlinePayments payments,
            TopUpRules rules,
            Customers customers,
            ObjectProvider<TopUpGate> gate,
            TopUpSettings settings,
            Clock clock) {
        this.topUps = topUps;
        this.payments = payments;
        this.rules = rules;
        this.customers = customers;
        this.gate = gate;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Terms terms(CustomerId customer) {
        return new Terms(
                mayTopUp(customer),
                payments.isOffered(),
                settings.from(),
                settings.upTo(),
                topUps.open(customer));
    }

    private boolean mayTopUp(CustomerId customer) {
        return gate.getObject().mayTopUp(customer);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> objection(CustomerId customer, Money amount) {
        if (!mayTopUp(customer)) {
            return Optional.of("own-top-up.not-allowed");
        }
        return settings.takes(amount) ? Optional.empty() : Optional.of("own-top-up.amount");
    }

    @Override
    @RetriedTransaction
    public StartOutcome start(StartTopUp command) {
        if (command.by().kind() != Actor.Kind.BUYER) {
            return new StartOutcome.Refused("own-top-up.not-buyer", "");
        }
        if (command.key().isBlank() || command.key().length() > LONGEST_KEY) {
            return new StartOutcome.Refused("own-top-up.key", "");
        }
        topUps.lockCustomer(command.customer());
        Optional<OwnTopUpView> earlier = topUps.byKey(command.customer(), command.key());
        if (earlier.isPresent()) {
            return earlier.get().amount().equals(command.amount())
                    ? new StartOutcome.Started(earlier.get(), true)
                    : new StartOutcome.Refused("own-top-up.key-reused", earlier.get().number());
        }
        return problem(command).<StartOutcome>map(it -> it).orElseGet(() -> begin(command));
    }

    private Optional<StartOutcome.Refused> problem(StartTopUp command) {
        Optional<String> objection = objection(command.customer(), command.amount());
        if (objection.isPresent()) {
            return refused(objection.get(), settings.from() + " – " + settings.upTo());
        }
        if (!payments.isOffered()) {
            return refused("own-top-up.not-offered", "");
        }
        return topUps.open(command.customer()) >= MOST_OPEN
                ? refused("own-top-up.too-many", String.valueOf(MOST_OPEN))
                : Optional.empty();
    }

    private static Optional<StartOutcome.Refused> refused(String problem, String detail) {
        return Optional.of(new StartOutcome.Refused(problem, detail));
    }

    private StartOutcome begin(StartTopUp command) {
        CustomerView customer = customers.customer(command.customer()).orElseThrow();
        String name = customer.company().name();
        String number = topUps.nextNumber(clock.instant());
        PaymentView payment =
                payments.open(
                        new OpenPayment(
                                Purpose.TOP_UP,
                                number,
                                command.customer(),
                                name,
                                command.amount(),
                                command.by()));
        topUps.add(
                number,
                command,
                name,
                rules.bonus(command.amount()),
                payment.number(),
                payment.expiresAt(),
                clock.instant());
        return new StartOutcome.Started(topUps.find(number).orElseThrow(), false);
    }

    @Override
    public PayOutcome pay(String number) {
        return payments.pay(known(number).payment());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OwnTopUpView> find(String number) {
        return topUps.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<OwnTopUpView> page(
            @Nullable CustomerId customer, @Nullable OwnTopUpState state, PageRequest page) {
        return topUps.page(customer, state, page);
    }

    @Override
    public int closeDue(int atMost) {
        int ended = 0;
        for (String number : topUps.due(atMost, clock.instant())) {
            try {
                ended += close(known(number)) ? 1 : 0;
            } catch (RuntimeException e) {
                // One that can't be closed holds up none of the others; it comes again.
                log.warn("Top-up {} could not be closed now", number, e);
            }
        }
        return ended;
    }

    /** What was paid in the last moment has been credited by then. */
    private boolean close(OwnTopUpView topUp) {
        CloseOutcome outcome = payments.close(topUp.payment(), "top-up.expired", TIME);
        return switch (outcome) {
            case CloseOutcome.Closed _ -> topUps.close(topUp.number(), clock.instant());
            case CloseOutcome.Paid _ -> true;
            case CloseOutcome.Unclear _ -> false;
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> unproven() {
        return topUps.unproven();
    }

    private OwnTopUpView known(String number) {
        return topUps.find(number)
                .orElseThrow(() -> new IllegalArgumentException("No top-up " + number));
    }
}
