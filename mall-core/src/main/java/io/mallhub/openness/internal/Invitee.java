package io.mallhub.openness.internal;

import io.mallhub.openness.Invitations.Registrant;
import io.mallhub.openness.InviteeKind;
import io.mallhub.shared.Uscc;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Invited and applicant in one form, so that blanks, width and case don't part them. */
final class Invitee {
    /** What may be the login of a user as well. */
    private static final Pattern EMAIL =
            Pattern.compile("(?=.{6,60}$)[a-z0-9._-]+@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private static final Pattern PHONE = Pattern.compile("[0-9]{6,20}");
    private static final Pattern COMPANY = Pattern.compile(".{2,200}");
    private static final Pattern CHINA = Pattern.compile("^(\\+|00)?86(?=1[0-9]{10}$)");

    private Invitee() {}

    /** Empty for what can be none. */
    static Optional<String> key(InviteeKind kind, String typed) {
        String key =
                switch (kind) {
                    case EMAIL -> bare(typed);
                    case PHONE -> phone(typed);
                    case COMPANY -> company(typed);
                };
        Pattern form =
                switch (kind) {
                    case EMAIL -> EMAIL;
                    case PHONE -> PHONE;
                    case COMPANY -> COMPANY;
                };
        return form.matcher(key).matches() ? Optional.of(key) : Optional.empty();
    }

    /** All that an invitation of this kind may be bound to for this applicant to have it. */
    static List<String> keys(InviteeKind kind, Registrant applicant) {
        return switch (kind) {
            case EMAIL -> List.of(bare(applicant.login()));
            case PHONE -> List.of(phone(applicant.phone()));
            case COMPANY -> List.of(company(applicant.companyName()), company(applicant.uscc()));
        };
    }

    private static String company(String typed) {
        return Uscc.normalise(bare(typed)).toLowerCase(Locale.ROOT);
    }

    private static String phone(String typed) {
        String digits = bare(typed).replaceAll("[^0-9+]", "");
        return CHINA.matcher(digits).replaceFirst("").replace("+", "");
    }

    private static String bare(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cntrl}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
