package io.mallhub.console.prepaid;

import io.mallhub.identity.StaffView;
import io.mallhub.receipt.HouseAccounts.HouseAccount;
import io.mallhub.receipt.HouseAccounts.ProposeAccount;
import org.jspecify.annotations.Nullable;

/**
 * The account that buyers transfer to, as it was typed.
 *
 * @param offered not ticked: null
 */
record HouseAccountForm(
        @Nullable Boolean offered,
        @Nullable String payee,
        @Nullable String bank,
        @Nullable String account,
        @Nullable Integer termHours,
        @Nullable Integer graceHours,
        @Nullable String reason) {
    static final HouseAccountForm EMPTY = new HouseAccountForm(true, "", "", "", 72, 24, "");

    static HouseAccountForm of(HouseAccount account) {
        return new HouseAccountForm(
                account.offered(),
                account.payee(),
                account.bank(),
                account.account(),
                account.termHours(),
                account.graceHours(),
                "");
    }

    public boolean isOffered() {
        return Boolean.TRUE.equals(offered);
    }

    ProposeAccount command(StaffView me) {
        return new ProposeAccount(
                isOffered(),
                words(payee),
                words(bank),
                words(account),
                termHours == null ? 0 : termHours,
                graceHours == null ? 0 : graceHours,
                words(reason),
                me.actor());
    }

    private static String words(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
