package io.mallhub.commission.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.commission.LineDisputed;
import io.mallhub.commission.Payee;
import io.mallhub.commission.PayoutRequested;
import io.mallhub.commission.StatementConfirmed;
import io.mallhub.commission.StatementPublished;
import io.mallhub.commission.StatementRow;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.StatementView;
import io.mallhub.commission.StatementView.LineState;
import io.mallhub.commission.Statements;
import io.mallhub.commission.Statements.ActOutcome.Done;
import io.mallhub.commission.Statements.ActOutcome.Refused;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class StatementDesk implements Statements {
    private static final int LONGEST = 1000;
    private static final ActOutcome DONE = new Done();

    private final StatementTable statements;
    private final StatementLines lines;
    private final LinkCheck links;
    private final LinkClearing clearing;
    private final DisputeResolving resolving;
    private final Proof proof;
    private final PayeeTable payees;
    private final Accounts accounts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatementDesk(
            StatementTable statements,
            StatementLines lines,
            LinkCheck links,
            LinkClearing clearing,
            DisputeResolving resolving,
            Proof proof,
            PayeeTable payees,
            Accounts accounts,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.statements = statements;
        this.lines = lines;
        this.links = links;
        this.clearing = clearing;
        this.resolving = resolving;
        this.proof = proof;
        this.payees = payees;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void requestPayout(YearMonth month, Actor by) {
        mustBeOver(month);
        if (statements.request(month, by.name(), clock.instant())) {
            record(by, "request-payout", month.toString(), "");
            events.publishEvent(new PayoutRequested(month, by.name()));
        }
    }

    @Override
    public List<String> compute(YearMonth month, Actor by) {
        mustBeOver(month);
        statements.request(month, by.name(), clock.instant());
        if (statements.startComputing(month)) {
            Instant until = MallTime.startOf(month.plusMonths(1).atDay(1));
            for (String beneficiary : lines.beneficiariesWaiting(until)) {
                String number =
                        statements.add(month, beneficiary, name(beneficiary), clock.instant());
                lines.collect(number, beneficiary, until);
            }
            statements.computed(month, clock.instant());
        }
        return statements.of(month);
    }

    @Override
    @Transactional(readOnly = true)
    public List<YearMonth> months() {
        return statements.months();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StatementView> statement(String number) {
        return statements.find(number).map(this::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StatementView> statementOf(String beneficiary, String number) {
        return statements
                .find(number)
                .filter(it -> it.beneficiary().equalsIgnoreCase(beneficiary))
                .filter(it -> it.state() != StatementState.COMPUTED)
                .map(this::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<StatementRow> page(StatementQuery query, PageRequest page) {
        return statements.page(query, page);
    }

    @Override
    public List<Link> checkPayee(String number) {
        return links.hold(statements.lock(number));
    }

    @Override
    public ActOutcome clearLinks(String number, String reason, Actor by) {
        Head statement = statements.lock(number);
        // What was computed long ago goes to a later statement instead of into a sum agreed on.
        return clearing.clear(statement, backTo(statement), reason, by);
    }

    @Override
    public void publish(String number) {
        Head statement = statements.lock(number);
        if (statement.state() == StatementState.COMPUTED) {
            statements.move(number, StatementState.PUBLISHED);
            statements.set(number, "published_at = ?", Instants.parameter(clock.instant()));
            events.publishEvent(new StatementPublished(number, statement.beneficiary()));
        }
    }

    @Override
    public ActOutcome confirm(String number, Actor by) {
        Head statement = statements.lock(number);
        Optional<Refused> refusal = notTheirs(statement, by);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        record(by, "confirm-statement", number, "");
        events.publishEvent(new StatementConfirmed(number));
        return DONE;
    }

    @Override
    public ActOutcome dispute(String number, long entry, String words, Actor by) {
        Head statement = statements.lock(number);
        Optional<Refused> refusal = notTheirs(statement, by);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (words.isBlank() || words.length() > LONGEST) {
            return new Refused("statement.words-missing");
        }
        if (lines.disputes(number).stream()
                .anyMatch(it -> it.entry() == entry && it.upheld() == null)) {
            return new Refused("statement.disputed-already");
        }
        if (lines.move(number, entry, LineState.OPEN, LineState.DISPUTED) == 0) {
            return new Refused("statement.not-earned");
        }
        String login = by.id().toLowerCase(java.util.Locale.ROOT);
        long dispute = lines.dispute(number, entry, words, login, by.name(), clock.instant());
        record(by, "dispute-commission", number, words);
        events.publishEvent(new LineDisputed(number, dispute));
        return DONE;
    }

    @Override
    public ActOutcome resolve(
            long dispute, boolean upheld, @Nullable Money amount, String answer, Actor by) {
        Head statement = statements.lock(lines.statementOf(dispute));
        return resolving.resolve(statement, dispute, upheld, amount, answer, backTo(statement), by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Difference> prove(String number) {
        Head statement =
                statements
                        .find(number)
                        .orElseThrow(() -> new IllegalArgumentException("No statement " + number));
        return proof.of(lines.of(number), statement.beneficiary());
    }

    /** While the sum is not fixed a line counts here; later it goes to a later statement. */
    private static LineState backTo(Head statement) {
        boolean open =
                statement.state() == StatementState.COMPUTED
                        || statement.state() == StatementState.PUBLISHED;
        return open ? LineState.OPEN : LineState.CARRIED;
    }

    private static Optional<Refused> notTheirs(Head statement, Actor by) {
        if (!statement.beneficiary().equalsIgnoreCase(by.id())) {
            return Optional.of(new Refused("statement.not-yours"));
        }
        return statement.state().isOpenForDisputes()
                ? Optional.empty()
                : Optional.of(new Refused("statement.window-closed"));
    }

    private StatementView view(Head head) {
        String number = head.number();
        Optional<Payee> payee =
                head.payee() == null
                        ? payees.inForce(head.beneficiary(), clock.instant())
                        : payees.byId(head.payee());
        return new StatementView(
                statements.row(number),
                head.computedAt(),
                head.publishedAt(),
                head.secondNeeded(),
                lines.of(number),
                lines.disputes(number),
                lines.approvals(number),
                payee.orElse(null),
                new StatementView.Voucher(
                        StatementView.VoucherState.valueOf(head.voucherState()),
                        head.voucherNumber(),
                        head.voucherDetail()),
                head.file(),
                head.bankReference(),
                head.paidAt(),
                head.failure());
    }

    private String name(String login) {
        return accounts.staff(login)
                .map(StaffView::name)
                .or(() -> accounts.buyer(login).map(BuyerView::name))
                .orElse(login);
    }

    private void mustBeOver(YearMonth month) {
        if (!month.isBefore(YearMonth.from(MallTime.today(clock)))) {
            throw new IllegalArgumentException(month + " is not over");
        }
    }

    private void record(Actor by, String action, String number, String reason) {
        audit.record(new AuditEntry(by, action, "commission-statement", number, reason, Map.of()));
    }
}
