package io.mallhub.commission.internal;

import io.mallhub.commission.Payee;
import io.mallhub.commission.StatementView.Line;
import io.mallhub.commission.StatementView.LineState;
import io.mallhub.commission.Statements.Link;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.CodeText;
import io.mallhub.shared.CustomerId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Is who is paid one with who bought? Compared are codes, phones, names and addresses without
 * blanks, case and width; a hit is for a person to judge and holds the lines until then.
 */
@Component
class LinkCheck {
    private final StatementLines lines;
    private final PayeeTable payees;
    private final Customers customers;
    private final Accounts accounts;
    private final Clock clock;

    LinkCheck(
            StatementLines lines,
            PayeeTable payees,
            Customers customers,
            Accounts accounts,
            Clock clock) {
        this.lines = lines;
        this.payees = payees;
        this.customers = customers;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Holds what is linked; returns everything that is held for it now. */
    List<Link> hold(Head statement) {
        for (Link link : links(statement)) {
            lines.holdAsLinked(
                    statement.number(),
                    link.customer().value(),
                    link.what() + " " + link.company() + " " + link.value());
        }
        Set<CustomerId> held = new LinkedHashSet<>();
        lines.of(statement.number()).stream()
                .filter(it -> it.state() == LineState.LINKED)
                .forEach(it -> held.add(customerOf(it).orElseThrow()));
        return links(statement).stream().filter(it -> held.contains(it.customer())).toList();
    }

    /**
     * A line that counts comes from a linked company and nobody has cleared it: asked again before
     * money moves, when the account may be another one.
     */
    boolean isLinked(Head statement) {
        return links(statement).stream()
                .anyMatch(it -> lines.counts(statement.number(), it.customer().value()));
    }

    private List<Link> links(Head statement) {
        Optional<Payee> payee = payees.inForce(statement.beneficiary(), clock.instant());
        Optional<BuyerView> buyer = accounts.buyer(statement.beneficiary());
        List<Link> links = new ArrayList<>();
        lines.of(statement.number()).stream()
                .flatMap(it -> customerOf(it).stream())
                .distinct()
                .flatMap(it -> customers.customer(it).stream())
                .forEach(
                        customer -> {
                            Company company = customer.company();
                            buyer.filter(it -> it.company().equals(customer.id()))
                                    .ifPresent(
                                            it ->
                                                    links.add(
                                                            new Link(
                                                                    customer.id(),
                                                                    company.name(),
                                                                    "link.own-company",
                                                                    it.login())));
                            buyer.filter(it -> same(it.phone(), company.phone()))
                                    .ifPresent(
                                            it ->
                                                    links.add(
                                                            new Link(
                                                                    customer.id(),
                                                                    company.name(),
                                                                    "link.phone",
                                                                    it.phone())));
                            payee.ifPresent(it -> compare(it, customer.id(), company, links));
                            payee.ifPresent(it -> comparePeople(it, customer, links));
                        });
        return links;
    }

    private static void compare(
            Payee payee, CustomerId customer, Company company, List<Link> links) {
        if (same(payee.uscc(), company.uscc())) {
            links.add(new Link(customer, company.name(), "link.uscc", payee.uscc()));
        }
        if (same(payee.phone(), company.phone())) {
            links.add(new Link(customer, company.name(), "link.phone", payee.phone()));
        }
        if (same(payee.holder(), company.contact())) {
            links.add(new Link(customer, company.name(), "link.contact", payee.holder()));
        }
        if (Stream.of(company.name(), company.invoiceTitle())
                .anyMatch(it -> same(it, payee.holder()))) {
            links.add(new Link(customer, company.name(), "link.holder", payee.holder()));
        }
        if (same(payee.address(), company.address())) {
            links.add(new Link(customer, company.name(), "link.address", payee.address()));
        }
    }

    /** Whoever is paid may have an account of the company by another login. */
    private void comparePeople(Payee payee, CustomerView customer, List<Link> links) {
        String company = customer.company().name();
        for (BuyerView one : accounts.buyersOf(customer.id())) {
            if (same(payee.phone(), one.phone())) {
                links.add(new Link(customer.id(), company, "link.phone", one.phone()));
            }
            if (same(payee.holder(), one.name())) {
                links.add(new Link(customer.id(), company, "link.holder", one.name()));
            }
        }
    }

    private static boolean same(String one, String other) {
        String plain = plain(one);
        return !plain.isEmpty() && plain.equals(plain(other));
    }

    private static String plain(String text) {
        return CodeText.normalise(text).replaceAll("[\\p{Punct}\\p{IsPunctuation}]", "");
    }

    private static Optional<CustomerId> customerOf(Line line) {
        return Optional.ofNullable(line.entry().customer());
    }
}
