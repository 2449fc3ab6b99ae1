package io.mallhub.console.compliance;

import io.mallhub.audit.FourEyesProof;
import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.ArchivedDocument;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.customer.QualificationArchive;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.StandIns;
import io.mallhub.order.LicenceEvidence;
import io.mallhub.order.LicenceEvidence.Check;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Paper;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * One company's qualification on paper: applications with checks and evidence, documents with all
 * versions, decisions with names and times, the proof of four eyes, and what the licence gate said
 * to its orders in the period.
 */
@Component
class InspectionFile {
    private final QualificationArchive archive;
    private final Registrations registrations;
    private final LicenceEvidence evidence;
    private final FourEyesProof proof;
    private final StandIns standIns;
    private final Subjects subjects;
    private final Steps steps;
    private final Words words;
    private final Times times;
    private final Clock clock;

    InspectionFile(
            QualificationArchive archive,
            Registrations registrations,
            LicenceEvidence evidence,
            FourEyesProof proof,
            StandIns standIns,
            Subjects subjects,
            Steps steps,
            Words words,
            Times times,
            Clock clock) {
        this.archive = archive;
        this.registrations = registrations;
        this.evidence = evidence;
        this.proof = proof;
        this.standIns = standIns;
        this.subjects = subjects;
        this.steps = steps;
        this.words = words;
        this.times = times;
        this.clock = clock;
    }

    /**
     * @param until last day of the period
     */
    ResponseEntity<byte[]> of(CustomerView company, LocalDate from, LocalDate until) {
        Instant begin = from.atStartOfDay(MallTime.ZONE).toInstant();
        Instant end = until.plusDays(1).atStartOfDay(MallTime.ZONE).toInstant();
        Paper paper =
                new Paper(
                        word("title") + " · " + company.company().name(),
                        "%s – %s · %s %s"
                                .formatted(
                                        from, until, word("made"), times.exact(clock.instant())));
        company(paper, company);
        List<String> cases = archive.casesOf(company.id());
        cases.stream()
                .flatMap(number -> registrations.application(number).stream())
                .forEach(application -> application(paper, application));
        documents(paper, company, end);
        Page<Check> checks =
                ListRequest.all("", page -> evidence.of(company.id(), begin, end, page));
        fourEyes(
                paper,
                Stream.concat(cases.stream(), checks.items().stream().map(Check::order))
                        .distinct()
                        .toList());
        gate(paper, checks);
        return paper.of("inspection-" + company.number());
    }

    private void company(Paper paper, CustomerView it) {
        var c = it.company();
        paper.heading(code("console.customer.company"));
        paper.table(
                List.of(word("what"), word("value")),
                new int[] {1, 3},
                List.of(
                        List.of(code("console.customer.number"), it.number()),
                        List.of(code("console.customer.name"), c.name()),
                        List.of(code("console.customer.type"), words.of(c.type())),
                        List.of(code("console.customer.uscc"), c.uscc()),
                        List.of(code("console.customer.address"), c.address()),
                        List.of(code("console.list.state"), words.of(it.state()))));
    }

    private void application(Paper paper, ApplicationView it) {
        paper.heading(code("console.inspection.application") + " " + it.number());
        paper.text(
                "%s · %s"
                        .formatted(
                                words.of(it.state()),
                                it.submittedAt() == null ? "—" : times.exact(it.submittedAt())));
        if (it.checks() != null) {
            paper.table(
                    List.of(
                            code("console.review.checks"),
                            word("subject"),
                            word("result"),
                            word("evidence")),
                    new int[] {2, 2, 1, 5},
                    it.checks().findings().stream()
                            .map(
                                    one ->
                                            List.of(
                                                    words.codeOr(
                                                            "check." + one.check(), one.check()),
                                                    subjects.of(one.subject()),
                                                    words.of(one.result()),
                                                    one.evidence()))
                            .toList());
        }
        List<List<String>> decisions = new ArrayList<>();
        it.decisions()
                .forEach(
                        one ->
                                decisions.add(
                                        List.of(
                                                steps.of(one.step()),
                                                one.by(),
                                                times.exact(one.at()),
                                                one.reason())));
        standIns.of("application", it.number())
                .forEach(
                        one ->
                                decisions.add(
                                        List.of(
                                                steps.of(one.part()),
                                                code("console.inspection.stood-in")
                                                        .formatted(one.person(), one.principal()),
                                                times.exact(one.at()),
                                                "")));
        decisions(paper, decisions);
    }

    private void decisions(Paper paper, List<List<String>> rows) {
        paper.table(
                List.of(word("decision"), word("who"), word("when"), code("console.reason")),
                new int[] {2, 2, 2, 4},
                rows);
    }

    private void documents(Paper paper, CustomerView company, Instant end) {
        var all = new QualificationArchive.Query(company.number(), null, null);
        Page<ArchivedDocument> versions = ListRequest.all("", page -> archive.page(all, page));
        paper.heading(word("documents"));
        sayIfCut(paper, versions);
        paper.table(
                List.of(
                        code("console.document.document"),
                        code("console.document.number"),
                        code("console.document.issued"),
                        code("console.document.until"),
                        code("console.list.state"),
                        code("console.archive.uploaded"),
                        code("console.archive.decisions"),
                        "SHA-256"),
                new int[] {3, 3, 2, 2, 2, 3, 5, 3},
                versions.items().stream()
                        .filter(one -> one.uploadedAt().isBefore(end))
                        .map(this::version)
                        .toList());
    }

    private List<String> version(ArchivedDocument it) {
        return List.of(
                words.of(it.data().type()) + " v" + it.version(),
                it.data().number(),
                times.day(it.data().issuedOn()),
                it.data().validUntil() == null
                        ? code("console.document.long-term")
                        : it.data().validUntil().toString(),
                words.of(it.state()),
                it.uploadedBy() + " " + times.exact(it.uploadedAt()),
                steps.of(it.decisions(), "\n"),
                it.sha256());
    }

    private void fourEyes(Paper paper, List<String> numbers) {
        FourEyesProof.Parts found = proof.of(numbers);
        paper.heading(code("console.four-eyes"));
        paper.text(
                found.breaches().isEmpty()
                        ? word("proven")
                        : found.breaches().stream()
                                .map(
                                        one ->
                                                "%s %s: %s / %s"
                                                        .formatted(
                                                                one.subject(),
                                                                one.person(),
                                                                steps.of(one.decision()),
                                                                steps.of(one.otherPart())))
                                .collect(Collectors.joining("; ", word("broken") + " ", "")));
        paper.table(
                List.of(word("subject"), word("part"), word("who"), word("when")),
                new int[] {3, 3, 3, 3},
                found.parts().stream()
                        .map(
                                one ->
                                        List.of(
                                                one.subject(),
                                                steps.of(one.part()),
                                                one.person(),
                                                times.exact(one.at())))
                        .toList());
    }

    private void gate(Paper paper, Page<Check> checks) {
        paper.heading(word("gate"));
        if (checks.items().isEmpty()) {
            paper.text(word("gate.none"));
            return;
        }
        sayIfCut(paper, checks);
        List<List<String>> rows = new ArrayList<>();
        for (Check check : checks.items()) {
            for (int line = 0; line < check.verdicts().size(); line++) {
                Verdict verdict = check.verdicts().get(line);
                rows.add(
                        List.of(
                                check.order() + " / " + (line + 1),
                                words.codeOr("gate.point." + check.point(), check.point()),
                                times.exact(check.at()),
                                verdict.allowed() ? word("allowed") : code(verdict.reason()),
                                text(verdict)));
            }
        }
        paper.table(
                List.of(
                        word("line"),
                        word("point"),
                        word("when"),
                        word("result"),
                        word("evidence")),
                new int[] {3, 2, 3, 3, 6},
                rows);
    }

    private static String text(Verdict verdict) {
        return verdict.evidence().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining(", "));
    }

    private void sayIfCut(Paper paper, Page<?> list) {
        if (!list.isLast()) {
            int shown = list.items().size();
            paper.cutShort(word("cut-short").formatted(shown, list.total()), shown, list.total());
        }
    }

    private String word(String key) {
        return code("console.inspection." + key);
    }

    private String code(@Nullable String key) {
        return words.code(key);
    }
}
