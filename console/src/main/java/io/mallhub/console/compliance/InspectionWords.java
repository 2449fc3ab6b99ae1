package io.mallhub.console.compliance;

import io.mallhub.audit.FourEyesProof;
import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.ArchivedDocument;
import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.identity.StandIns;
import io.mallhub.order.LicenceEvidence.Check;
import io.mallhub.order.LicenceEvidence.Refusal;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of an inspection, in the reader's words: the same on paper and in Excel. */
@Component
class InspectionWords {
    private final StandIns standIns;
    private final Subjects subjects;
    private final Steps steps;
    private final GateWords gate;
    private final Words words;
    private final Times times;

    InspectionWords(
            StandIns standIns,
            Subjects subjects,
            Steps steps,
            GateWords gate,
            Words words,
            Times times) {
        this.standIns = standIns;
        this.subjects = subjects;
        this.steps = steps;
        this.gate = gate;
        this.words = words;
        this.times = times;
    }

    String word(String key) {
        return code("console.inspection." + key);
    }

    String code(@Nullable String key) {
        return words.code(key);
    }

    String at(@Nullable Instant instant) {
        return times.second(instant);
    }

    List<String> companyTitles() {
        return List.of(word("what"), word("value"));
    }

    List<List<String>> company(CustomerView it) {
        var c = it.company();
        return List.of(
                List.of(code("console.customer.number"), it.number()),
                List.of(code("console.customer.name"), c.name()),
                List.of(code("console.customer.type"), words.of(c.type())),
                List.of(code("console.customer.uscc"), c.uscc()),
                List.of(code("console.customer.address"), c.address()),
                List.of(code("console.list.state"), words.of(it.state())));
    }

    List<String> applicationTitles() {
        return List.of(
                code("console.application.number"),
                code("console.list.state"),
                code("console.application.submitted"));
    }

    List<String> application(ApplicationView it) {
        return List.of(it.number(), words.of(it.state()), at(it.submittedAt()));
    }

    List<String> checkTitles() {
        return List.of(
                code("console.review.checks"), word("subject"), word("result"), word("evidence"));
    }

    List<List<String>> checks(ApplicationView it) {
        return it.checks() == null
                ? List.of()
                : it.checks().findings().stream().map(this::check).toList();
    }

    private List<String> check(CheckFinding it) {
        return List.of(
                words.codeOr("check." + it.check(), it.check()),
                subjects.of(it.subject()),
                words.of(it.result()),
                words.say(it.evidence(), it.values()));
    }

    List<String> decisionTitles() {
        return List.of(word("decision"), word("who"), word("when"), code("console.reason"));
    }

    List<List<String>> decisions(ApplicationView it) {
        List<List<String>> decisions = new ArrayList<>();
        it.decisions()
                .forEach(
                        one ->
                                decisions.add(
                                        List.of(
                                                steps.of(one.step()),
                                                one.by(),
                                                at(one.at()),
                                                one.reason())));
        standIns.of("application", it.number())
                .forEach(
                        one ->
                                decisions.add(
                                        List.of(
                                                steps.of(one.part()),
                                                word("stood-in")
                                                        .formatted(one.person(), one.principal()),
                                                at(one.at()),
                                                "")));
        return decisions;
    }

    List<String> documentTitles() {
        return List.of(
                code("console.document.document"),
                code("console.document.number"),
                code("console.document.issued"),
                code("console.document.until"),
                code("console.list.state"),
                code("console.archive.uploaded"),
                code("console.archive.decisions"),
                "SHA-256");
    }

    List<String> document(ArchivedDocument it) {
        return List.of(
                words.of(it.data().type()) + " v" + it.version(),
                it.data().number(),
                times.day(it.data().issuedOn()),
                it.data().validUntil() == null
                        ? code("console.document.long-term")
                        : it.data().validUntil().toString(),
                words.of(it.state()),
                it.uploadedBy() + " " + at(it.uploadedAt()),
                steps.of(it.decisions(), "\n"),
                it.sha256());
    }

    /** What the records prove, or who broke the rule. */
    String verdict(FourEyesProof.Parts found) {
        return found.breaches().isEmpty()
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
                        .collect(Collectors.joining("; ", word("broken") + " ", ""));
    }

    List<String> partTitles() {
        return List.of(word("subject"), word("part"), word("who"), word("when"));
    }

    List<String> part(FourEyesProof.Part it) {
        return List.of(it.subject(), steps.of(it.part()), it.person(), at(it.at()));
    }

    List<String> gateTitles() {
        return List.of(word("line"), word("point"), word("when"), word("result"), word("evidence"));
    }

    /** A row for each line of the order. */
    List<List<String>> gate(Check check) {
        List<List<String>> rows = new ArrayList<>();
        for (int line = 0; line < check.verdicts().size(); line++) {
            Verdict verdict = check.verdicts().get(line);
            rows.add(
                    List.of(
                            check.order() + " / " + (line + 1),
                            words.codeOr("gate.point." + check.point(), check.point()),
                            at(check.at()),
                            verdict.allowed() ? word("allowed") : code(verdict.reason()),
                            gate.line(verdict.evidence())));
        }
        return rows;
    }

    List<String> refusalTitles() {
        return List.of(
                code("console.product.name"),
                word("when"),
                word("times"),
                word("who"),
                word("result"),
                word("evidence"));
    }

    /** A row for each line that was refused. */
    List<List<String>> refusal(Refusal it) {
        String when =
                it.times() == 1 ? at(it.firstAt()) : at(it.firstAt()) + " – " + at(it.lastAt());
        return it.lines().stream()
                .map(
                        line ->
                                List.of(
                                        line.code() + " " + line.name(),
                                        when,
                                        Integer.toString(it.times()),
                                        it.by(),
                                        code(line.verdict().reason()),
                                        gate.line(line.verdict().evidence())))
                .toList();
    }
}
