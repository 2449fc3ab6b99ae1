package io.mallhub.connectors.client;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells of a person by itself, whatever a definition says: names that are used for nothing
 * else and values that are nothing else.
 */
final class PersonalWords {
    private static final Pattern NAMES =
            Pattern.compile(
                    "phone|mobile|e?mail|contact|address|linkman|consignee|receiver|recipient"
                            + "|realname|fullname|idcard|idnumber|identity(?:no|number|card)"
                            + "|passport|bankacc|bankno|accountno|acctno|cardno|iban"
                            + "|电话|手机|地址|联系人|收货人|收件人|邮箱|身份证|银行账|银行帐|姓名");

    /** Abbreviations, too short to be looked for inside of others. */
    private static final Set<String> SHORT =
            Set.of(
                    "tel", "ftel", "fax", "ffax", "addr", "faddr", "lxr", "lxdh", "lxrdh", "sjh",
                    "sjhm", "dzyx", "sfz", "sfzh", "yhzh", "lxdz", "shdz", "shr", "shrdh", "xm");

    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9A-Za-z.])(?:(?:\\+|00)?86[- ]?)?1[3-9]\\d{9}(?![0-9A-Za-z])");
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "(?<![0-9A-Za-z])[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])"
                            + "(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern MAIL =
            Pattern.compile("[\\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");

    /** Of UnionPay, whose numbers begin so. */
    private static final Pattern CARD =
            Pattern.compile("(?<![0-9A-Za-z])62(?:[ -]?\\d){14,17}(?![0-9A-Za-z])");

    private PersonalWords() {}

    static boolean isName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[_\\-. ]", "");
        return SHORT.contains(plain) || NAMES.matcher(plain).find();
    }

    /** The text with stars for the numbers and addresses in it. */
    static String without(String text, String stars) {
        String less = text;
        if (text.indexOf('@') >= 0) {
            less = MAIL.matcher(less).replaceAll(stars);
        }
        int digits = 0;
        for (int i = 0; i < text.length() && digits < 11; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        if (digits < 11) {
            return less;
        }
        less = IDENTITY.matcher(less).replaceAll(stars);
        less =
                CARD.matcher(less)
                        .replaceAll(
                                card ->
                                        Matcher.quoteReplacement(
                                                isCard(card.group()) ? stars : card.group()));
        return MOBILE.matcher(less).replaceAll(stars);
    }

    /** By its check digit (Luhn). */
    private static boolean isCard(String number) {
        int sum = 0;
        boolean twice = false;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = Character.digit(number.charAt(i), 10);
            if (digit >= 0) {
                int worth = twice ? digit * 2 : digit;
                sum += worth > 9 ? worth - 9 : worth;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }
}
