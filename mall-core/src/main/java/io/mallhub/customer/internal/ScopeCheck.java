package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CheckFinding.Result;
import io.mallhub.shared.RegulatoryCategory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which categories the documents will open, and whether any of them is under special control. */
final class ScopeCheck implements RegistrationCheck {
    private static final Set<RegulatoryCategory> CONTROLLED =
            EnumSet.of(
                    RegulatoryCategory.ANABOLIC_PEPTIDE,
                    RegulatoryCategory.CONTROLLED_COMPOUND,
                    RegulatoryCategory.PSYCHOTROPIC_II,
                    RegulatoryCategory.PSYCHOTROPIC_I,
                    RegulatoryCategory.NARCOTIC,
                    RegulatoryCategory.VACCINE);

    @Override
    public String name() {
        return "scope";
    }

    @Override
    public List<CheckFinding> look(CaseFile file) {
        Set<RegulatoryCategory> opened = EnumSet.noneOf(RegulatoryCategory.class);
        file.rules().stream()
                .filter(rule -> file.holding().documents().stream().anyMatch(rule::isCoveredBy))
                .forEach(rule -> opened.add(rule.category()));
        CheckFinding opens =
                opened.isEmpty()
                        ? found(Result.FAILED, "opens", "opens-nothing")
                        : found(Result.PASSED, "opens", "opens", opened);
        return Stream.concat(Stream.of(opens), unopened(file, opened)).toList();
    }

    /** Scopes stated that open nothing to this kind of buyer. */
    private Stream<CheckFinding> unopened(CaseFile file, Set<RegulatoryCategory> opened) {
        return file.holding().documents().stream()
                .flatMap(
                        document ->
                                document.data().scopeCodes().stream()
                                        .sorted()
                                        .filter(
                                                code ->
                                                        !opened.contains(
                                                                RegulatoryCategory.valueOf(code)))
                                        .map(
                                                code ->
                                                        found(
                                                                Result.WARNING,
                                                                document.type().name(),
                                                                "useless-scope",
                                                                RegulatoryCategory.valueOf(code),
                                                                file.company().type())));
    }

    static boolean isControlled(Document document) {
        return CONTROLLED.stream().anyMatch(category -> document.states(category.name()));
    }
}
