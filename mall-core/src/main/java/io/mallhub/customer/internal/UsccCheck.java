package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CheckFinding.Result;
import io.mallhub.customer.DocumentType;
import io.mallhub.shared.Uscc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The company's code is well formed, and its business licence carries the same code. */
final class UsccCheck implements RegistrationCheck {
    @Override
    public String name() {
        return "uscc";
    }

    @Override
    public List<CheckFinding> look(CaseFile file) {
        return Stream.concat(Stream.of(ofCompany(file.company().uscc())), ofLicence(file).stream())
                .toList();
    }

    private CheckFinding ofCompany(String uscc) {
        return switch (Uscc.parse(uscc)) {
            case Uscc.Parsed.Valid valid ->
                    found(Result.PASSED, "uscc", "uscc", valid.value(), valid.value().charAt(17));
            case Uscc.Parsed.WrongCheck wrong ->
                    found(
                            Result.FAILED,
                            "uscc",
                            "uscc-wrong",
                            wrong.value(),
                            wrong.value().charAt(17),
                            wrong.expected());
            case Uscc.Parsed.Malformed bad ->
                    found(Result.FAILED, "uscc", "uscc-malformed", bad.value());
        };
    }

    private Optional<CheckFinding> ofLicence(CaseFile file) {
        return file.holding()
                .current(DocumentType.BUSINESS_LICENCE)
                .map(
                        licence -> {
                            String number = Uscc.normalise(licence.number());
                            boolean same = number.equals(file.company().uscc());
                            return found(
                                    same ? Result.PASSED : Result.WARNING,
                                    DocumentType.BUSINESS_LICENCE.name(),
                                    same ? "same-uscc" : "other-uscc",
                                    number,
                                    file.company().uscc());
                        });
    }
}
