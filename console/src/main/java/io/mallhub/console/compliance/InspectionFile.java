package io.mallhub.console.compliance;

import io.mallhub.audit.FourEyesProof;
import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.ArchivedDocument;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.QualificationArchive;
import io.mallhub.customer.Registrations;
import io.mallhub.order.LicenceEvidence;
import io.mallhub.order.LicenceEvidence.Check;
import io.mallhub.order.LicenceEvidence.Refusal;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Paper;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Words;
import io.mallhub.webkit.Workbook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * One company's qualification to hand over: applications with checks and evidence, documents with
 * all versions, decisions with names and times, the proof of four eyes, and what the licence gate
 * said to its orders in the period.
 */
@Component
class InspectionFile {
    private final QualificationArchive archive;
    private final Registrations registrations;
    private final LicenceEvidence evidence;
    private final FourEyesProof proof;
    private final InspectionWords words;
    private final Words bundle;
    private final Clock clock;

    InspectionFile(
            QualificationArchive archive,
            Registrations registrations,
            LicenceEvidence evidence,
            FourEyesProof proof,
            InspectionWords words,
            Words bundle,
            Clock clock) {
        this.archive = archive;
        this.registrations = registrations;
        this.evidence = evidence;
        this.proof = proof;
        this.words = words;
        this.bundle = bundle;
        this.clock = clock;
    }

    /**
     * As PDF.
     *
     * @param until last day of the period
     */
    ResponseEntity<byte[]> paper(CustomerView company, LocalDate from, LocalDate until) {
        Instant begin = begin(from);
        Instant end = end(until);
        Paper paper =
                new Paper(
                        words.word("title") + " · " + company.company().name(), made(from, until));
        paper.heading(words.code("console.customer.company"));
        paper.table(words.companyTitles(), new int[] {1, 3}, words.company(company));
        List<String> cases = archive.casesOf(company.id());
        applications(cases).forEach(application -> application(paper, application));
        documents(paper, company, end);
        Page<Check> checks =
                ListRequest.all("", page -> evidence.of(company.id(), begin, end, page));
        fourEyes(paper, numbers(cases, checks.items().stream().map(Check::order).toList()));
        gate(paper, checks);
        refusals(
                paper,
                ListRequest.all("", page -> evidence.refusals(company.id(), begin, end, page)));
        return paper.of(name(company));
    }

    /**
     * As Excel: each kind of table on a sheet of its own.
     *
     * @param until last day of the period
     */
    ResponseEntity<byte[]> book(CustomerView company, LocalDate from, LocalDate until) {
        Instant begin = begin(from);
        Instant end = end(until);
        try (Workbook book = new Workbook()) {
            Workbook.Sheet about =
                    book.sheet(words.code("console.customer.company"), words.companyTitles());
            words.company(company).forEach(about::row);
            about.row(List.of(words.word("title"), made(from, until)));
            List<String> cases = archive.casesOf(company.id());
            applications(book, applications(cases));
            Workbook.Sheet documents = book.sheet(words.word("documents"), words.documentTitles());
            documents.end(
                    versions(company)
                            .forEach(
                                    one -> {
                                        if (one.uploadedAt().isBefore(end)) {
                                            documents.row(words.document(one));
                                        }
                                    }),
                    bundle);
            Set<String> orders = new LinkedHashSet<>();
            Workbook.Sheet gate = book.sheet(words.word("gate"), words.gateTitles());
            gate.end(
                    Rows.<Check>paged("", page -> evidence.of(company.id(), begin, end, page))
                            .forEach(
                                    check -> {
                                        orders.add(check.order());
                                        words.gate(check).forEach(gate::row);
                                    }),
                    bundle);
            Workbook.Sheet refused = book.sheet(words.word("refusals"), words.refusalTitles());
            refused.end(
                    Rows.<Refusal>paged(
                                    "", page -> evidence.refusals(company.id(), begin, end, page))
                            .forEach(one -> words.refusal(one).forEach(refused::row)),
                    bundle);
            FourEyesProof.Parts found = proof.of(numbers(cases, orders));
            Workbook.Sheet eyes = book.sheet(words.code("console.four-eyes"), words.partTitles());
            found.parts().forEach(one -> eyes.row(words.part(one)));
            eyes.row(List.of(words.verdict(found)));
            return book.of(name(company));
        }
    }

    private void applications(Workbook book, List<ApplicationView> applications) {
        Workbook.Sheet all = book.sheet(words.word("applications"), words.applicationTitles());
        Workbook.Sheet checks =
                book.sheet(words.code("console.review.checks"), numbered(words.checkTitles()));
        Workbook.Sheet decisions =
                book.sheet(words.word("decisions"), numbered(words.decisionTitles()));
        for (ApplicationView one : applications) {
            all.row(words.application(one));
            words.checks(one).forEach(row -> checks.row(before(one.number(), row)));
            words.decisions(one).forEach(row -> decisions.row(before(one.number(), row)));
        }
    }

    private List<String> numbered(List<String> titles) {
        return before(words.word("application"), titles);
    }

    private static List<String> before(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private static Instant begin(LocalDate from) {
        return MallTime.startOf(from);
    }

    private static Instant end(LocalDate until) {
        return MallTime.startOf(until.plusDays(1));
    }

    private static String name(CustomerView company) {
        return "inspection-" + company.number();
    }

    private String made(LocalDate from, LocalDate until) {
        return "%s – %s · %s %s"
                .formatted(from, until, words.word("made"), words.at(clock.instant()));
    }

    private List<ApplicationView> applications(List<String> cases) {
        return cases.stream()
                .flatMap(number -> registrations.application(number).stream())
                .toList();
    }

    private Page<ArchivedDocument> versions(CustomerView company, PageRequest page) {
        return archive.page(new QualificationArchive.Query(company.number(), null, null), page);
    }

    private Rows<ArchivedDocument> versions(CustomerView company) {
        return Rows.paged("", page -> versions(company, page));
    }

    private static List<String> numbers(Collection<String> cases, Collection<String> orders) {
        return Stream.concat(cases.stream(), orders.stream()).distinct().toList();
    }

    private void application(Paper paper, ApplicationView it) {
        paper.heading(words.word("application") + " " + it.number());
        List<String> facts = words.application(it);
        paper.text(String.join(" · ", facts.subList(1, facts.size())));
        if (it.checks() != null) {
            paper.table(words.checkTitles(), new int[] {2, 2, 1, 5}, words.checks(it));
        }
        paper.table(words.decisionTitles(), new int[] {2, 2, 2, 4}, words.decisions(it));
    }

    private void documents(Paper paper, CustomerView company, Instant end) {
        Page<ArchivedDocument> versions = ListRequest.all("", page -> versions(company, page));
        paper.heading(words.word("documents"));
        sayIfCut(paper, versions);
        paper.table(
                words.documentTitles(),
                new int[] {3, 3, 2, 2, 2, 3, 5, 3},
                versions.items().stream()
                        .filter(one -> one.uploadedAt().isBefore(end))
                        .map(words::document)
                        .toList());
    }

    private void fourEyes(Paper paper, List<String> numbers) {
        FourEyesProof.Parts found = proof.of(numbers);
        paper.heading(words.code("console.four-eyes"));
        paper.text(words.verdict(found));
        paper.table(
                words.partTitles(),
                new int[] {3, 3, 3, 3},
                found.parts().stream().map(words::part).toList());
    }

    private void gate(Paper paper, Page<Check> checks) {
        paper.heading(words.word("gate"));
        if (checks.items().isEmpty()) {
            paper.text(words.word("gate.none"));
            return;
        }
        sayIfCut(paper, checks);
        paper.table(
                words.gateTitles(),
                new int[] {3, 2, 3, 3, 6},
                checks.items().stream().flatMap(check -> words.gate(check).stream()).toList());
    }

    private void refusals(Paper paper, Page<Refusal> refusals) {
        paper.heading(words.word("refusals"));
        if (refusals.items().isEmpty()) {
            paper.text(words.word("refusals.none"));
            return;
        }
        sayIfCut(paper, refusals);
        paper.table(
                words.refusalTitles(),
                new int[] {4, 3, 1, 2, 3, 6},
                refusals.items().stream().flatMap(one -> words.refusal(one).stream()).toList());
    }

    private void sayIfCut(Paper paper, Page<?> list) {
        if (!list.isLast()) {
            int shown = list.items().size();
            paper.cutShort(
                    words.word("cut-short").formatted(shown, list.total()), shown, list.total());
        }
    }
}
