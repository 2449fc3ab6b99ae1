package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CheckFinding.Result;
import io.mallhub.customer.CustomerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Nobody else in the mall has this code, licence or name. The mall holds the ERP's customers too,
 * so a company that the ERP knows is found here, with its number there.
 */
final class DuplicateCheck implements RegistrationCheck {
    @Override
    public String name() {
        return RegistrationChecks.DUPLICATE;
    }

    @Override
    public List<CheckFinding> look(CaseFile file) {
        List<CheckFinding> findings = new ArrayList<>();
        file.sameByUscc().forEach(other -> findings.add(same("uscc", sharing(other), other)));
        file.sameByNumber()
                .forEach(
                        (type, others) ->
                                others.forEach(
                                        other ->
                                                findings.add(
                                                        same(type.name(), sharing(other), other))));
        file.sameByName().forEach(other -> findings.add(same("name", Result.WARNING, other)));
        return findings.isEmpty()
                ? List.of(found(Result.PASSED, "uscc", "no-duplicate"))
                : findings;
    }

    /** An old customer of the ERP that comes online is expected; two of the mall are not. */
    private static Result sharing(Customer other) {
        boolean onlyInErp = other.state() == CustomerState.APPLICANT && other.erpNumber() != null;
        return onlyInErp ? Result.WARNING : Result.FAILED;
    }

    private CheckFinding same(String subject, Result result, Customer other) {
        return found(
                result,
                subject,
                other.erpNumber() == null ? "duplicate" : "duplicate-in-erp",
                other.number(),
                other.company().name(),
                other.state(),
                Objects.toString(other.erpNumber(), ""));
    }
}
