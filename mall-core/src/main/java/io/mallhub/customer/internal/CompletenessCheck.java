package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CheckFinding.Result;
import java.util.List;

/** Every document that this kind of buyer must have is there. */
final class CompletenessCheck implements RegistrationCheck {
    @Override
    public String name() {
        return "completeness";
    }

    @Override
    public List<CheckFinding> look(CaseFile file) {
        return file.requirements().stream()
                .map(requirement -> ofRequirement(file, requirement))
                .toList();
    }

    private CheckFinding ofRequirement(CaseFile file, Requirement requirement) {
        return file.holding().anyOf(requirement.alternatives()).stream()
                .findFirst()
                .map(
                        held ->
                                found(
                                        Result.PASSED,
                                        held.type().name(),
                                        "there",
                                        held.fileName(),
                                        held.version()))
                .orElseGet(
                        () ->
                                found(
                                        Result.FAILED,
                                        requirement.first().name(),
                                        "missing",
                                        requirement.alternatives()));
    }
}
