package io.mallhub.receipt;

import static io.mallhub.fixture.ReceiptFixtures.CONFIRMER;
import static io.mallhub.fixture.ReceiptFixtures.RECORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.audit.FourEyesProof;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.fixture.TransferFixtures;
import io.mallhub.receipt.HouseAccounts.AccountState;
import io.mallhub.receipt.HouseAccounts.HouseAccount;
import io.mallhub.receipt.HouseAccounts.ProposeAccount;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where buyers transfer to. */
@MallTest
class HouseAccountsTest {
    @Autowired HouseAccounts accounts;
    @Autowired TransferFixtures house;
    @Autowired FourEyesProof proof;

    @BeforeEach
    void known() {
        house.offered();
    }

    @AfterEach
    void asOthersKnowTheMall() {
        accounts.proposed().ifPresent(it -> accounts.discard(it.id(), RECORDER));
        house.offeredNoMore();
    }

    @Test
    void aChangedAccountCountsOnlyOnceAnotherPersonHasConfirmedIt() {
        assertThat(propose("6222 0000 1111", RECORDER)).isEmpty();
        HouseAccount proposed = accounts.proposed().orElseThrow();
        assertThat(accounts.offered().orElseThrow().account()).isEqualTo("1202 0212 0990 0123 456");

        assertThat(accounts.confirm(proposed.id(), RECORDER)).contains("house-account.proposer");
        assertThat(accounts.confirm(proposed.id(), TradeFixtures.BUYER))
                .contains("house-account.not-staff");
        assertThat(accounts.confirm(proposed.id(), CONFIRMER)).isEmpty();
        assertThat(accounts.confirm(proposed.id(), CONFIRMER)).isEmpty();

        assertThat(accounts.offered().orElseThrow().account()).isEqualTo("6222 0000 1111");
        assertThat(accounts.proposed()).isEmpty();
        assertThat(accounts.page(PageRequest.first(5)).items())
                .extracting(HouseAccount::state)
                .startsWith(AccountState.CONFIRMED, AccountState.CONFIRMED);
        assertThat(proof.of(List.of(Long.toString(proposed.id()))).breaches()).isEmpty();
    }

    @Test
    void oneProposalWaitsAtATimeAndMayBeDiscarded() {
        propose("6222 0000 1111", RECORDER);

        assertThat(propose("6222 0000 2222", CONFIRMER)).contains("house-account.waits");
        long waiting = accounts.proposed().orElseThrow().id();
        assertThat(accounts.discard(waiting, RECORDER)).isEmpty();

        assertThat(accounts.confirm(waiting, CONFIRMER)).contains("house-account.decided-already");
        assertThat(propose("6222 0000 2222", CONFIRMER)).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        HouseAccount now = accounts.current().orElseThrow();
        assertThat(propose(now.account(), RECORDER)).contains("house-account.unchanged");
        assertThat(propose("工行", RECORDER)).contains("house-account.account");
        assertThat(propose("", RECORDER)).contains("house-account.account");
        assertThat(propose("6222 0000 1111", TradeFixtures.BUYER))
                .contains("house-account.not-staff");
        assertThat(accounts.propose(asked("", "6222 0000 1111", 72, "换户", RECORDER)))
                .contains("house-account.payee");
        assertThat(accounts.propose(asked(now.payee(), "6222 0000 1111", 0, "换户", RECORDER)))
                .contains("house-account.term");
        assertThat(accounts.propose(asked(now.payee(), "6222 0000 1111", 72, " ", RECORDER)))
                .contains("house-account.reason-missing");
    }

    private Optional<String> propose(String account, Actor by) {
        String payee = accounts.current().orElseThrow().payee();
        return accounts.propose(asked(payee, account, TransferFixtures.TERM_HOURS, "换户", by));
    }

    private static ProposeAccount asked(
            String payee, String account, int hours, String reason, Actor by) {
        return new ProposeAccount(true, payee, "工商银行杭州分行", account, hours, 12, reason, by);
    }
}
