package io.mallhub.receipt;

import static io.mallhub.fixture.ReceiptFixtures.CONFIRMER;
import static io.mallhub.fixture.ReceiptFixtures.RECORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.Files;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.receipt.Announcements.AnnounceOutcome;
import io.mallhub.receipt.Announcements.AnnounceTransfer;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.Announcements.Upload;
import io.mallhub.receipt.Receipts.DecideOutcome;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class AnnouncementsTest {
    private static final Actor BUYER = Actor.buyer("han", "韩梅梅");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired Announcements announcements;
    @Autowired Receipts receipts;
    @Autowired Receivables receivables;
    @Autowired ReceiptFixtures paid;
    @Autowired CustomerFixtures customers;
    @Autowired JdbcClient jdbc;

    private final String reference = "ICBC" + UUID.randomUUID();
    private CustomerId customer;

    @BeforeEach
    void aCustomer() {
        customer = customers.anActiveCustomer().id();
    }

    @Test
    void whoTakesOneOverRecordsItAndAnotherConfirms() {
        String number = announced(Files.pdf("proof"));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);

        RecordOutcome first = takeOver(number);
        RecordOutcome again = takeOver(number);

        String receipt = ((RecordOutcome.Recorded) first).number();
        assertThat(again).isEqualTo(new RecordOutcome.Recorded(receipt, true));
        assertThat(receipts.confirm(receipt, RECORDER))
                .isEqualTo(new DecideOutcome.Refused("receipt.recorder"));
        assertThat(receipts.confirm(receipt, CONFIRMER)).isEqualTo(new DecideOutcome.Done());
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-10.00"));
        assertThat(announcements.ofReceipt(receipt).orElseThrow().number()).isEqualTo(number);
        assertThat(announcements.find(number).orElseThrow().state())
                .isEqualTo(AnnouncementState.TAKEN);
        assertThat(announcements.decline(number, "x", CONFIRMER))
                .contains("announcement.decided-already");
    }

    @Test
    void oneThatCannotBeRecordedStaysOpen() {
        String number = announced(null);
        CustomerId other = customers.anActiveCustomer().id();
        receipts.record(paid.command(other, "10.00", reference));

        assertThat(takeOver(number)).isInstanceOf(RecordOutcome.Refused.class);

        assertThat(announcements.find(number).orElseThrow().state())
                .isEqualTo(AnnouncementState.OPEN);
        assertThatThrownBy(() -> announcements.takeOver(number, paid.command(other, "10.00", "R1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneThatWasDeclinedMayBeAnnouncedAnew() {
        String number = announced(null);
        assertThat(announcements.decline(number, "", RECORDER))
                .contains("announcement.reason-missing");
        assertThat(announcements.decline(number, "银行没有收到", BUYER))
                .contains("announcement.not-staff");

        assertThat(announcements.decline(number, "银行没有收到", RECORDER)).isEmpty();

        assertThat(takeOver(number))
                .isEqualTo(new RecordOutcome.Refused("announcement.decided-already", ""));
        assertThat(announced(null)).isNotEqualTo(number);
        assertThat(noticed("transfer-announced/" + number)).isEqualTo(1);
        assertThat(noticed("transfer-declined/" + number)).isEqualTo(1);
    }

    @Test
    void itIsOpenAgainWhenItsReceiptIsDiscardedAndOverWhenThatIsTakenBack() {
        String number = announced(null);
        String first = ((RecordOutcome.Recorded) takeOver(number)).number();
        receipts.discard(first, "金额有误", RECORDER);
        assertThat(state(number)).isEqualTo(AnnouncementState.OPEN);

        String second = ((RecordOutcome.Recorded) takeOver(number)).number();
        receipts.confirm(second, CONFIRMER);
        receipts.askReversal(second, "银行退汇", RECORDER);
        assertThat(state(number)).isEqualTo(AnnouncementState.TAKEN);
        receipts.reverse(second, CONFIRMER);

        assertThat(second).isNotEqualTo(first);
        assertThat(state(number)).isEqualTo(AnnouncementState.DECLINED);
        assertThat(announcements.find(number).orElseThrow().reason()).isEqualTo("银行退汇");
        assertThat(takeOver(number)).isInstanceOf(RecordOutcome.Refused.class);
        assertThat(announced(null)).isNotEqualTo(number);
    }

    private AnnouncementState state(String number) {
        return announcements.find(number).orElseThrow().state();
    }

    @Test
    void announcedByManyAtOnceItIsOne() throws Exception {
        List<AnnounceOutcome> outcomes =
                AtOnce.run(6, i -> announce("10.00", reference, BUYER, null));

        assertThat(outcomes)
                .extracting(it -> ((AnnounceOutcome.Announced) it).number())
                .containsOnly(((AnnounceOutcome.Announced) outcomes.getFirst()).number());
        assertThat(announcements.page(customer, null, PageRequest.first(9)).total()).isEqualTo(1);
        assertThat(announce("10.01", reference, BUYER, null))
                .isInstanceOf(AnnounceOutcome.Refused.class);
    }

    @Test
    void aProofIsAPictureOrPdfByItsContentAndOfItsCompanyOnly() {
        assertThat(announced(Files.jpeg(64, 48))).isNotEmpty();
        byte[] script = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(announce("10.00", "R2", BUYER, script))
                .isEqualTo(refused("document.not-a-picture-or-pdf"));
        assertThat(announce("10.00", "R2", BUYER, new byte[0]))
                .isInstanceOf(AnnounceOutcome.Refused.class);

        String number =
                announcements
                        .page(customer, null, PageRequest.first(1))
                        .items()
                        .getFirst()
                        .number();
        assertThat(announcements.proofOf(customer, number).orElseThrow().mediaType())
                .isEqualTo("image/jpeg");
        assertThat(announcements.proof(number)).isPresent();
        assertThat(announcements.proofOf(customers.anActiveCustomer().id(), number)).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(announce("0", reference, BUYER, null)).isEqualTo(refused("receipt.amount"));
        assertThat(announce("1", " ", BUYER, null)).isEqualTo(refused("receipt.reference"));
        assertThat(announce("1", reference, RECORDER, null))
                .isEqualTo(refused("announcement.not-buyer"));
        for (int i = 0; i < 50; i++) {
            announce("1", reference + i, BUYER, null);
        }
        assertThat(announce("1", reference, BUYER, null))
                .isEqualTo(new AnnounceOutcome.Refused("announcement.too-many", "50"));
    }

    private String announced(byte @Nullable [] proof) {
        AnnounceOutcome outcome = announce("10.00", reference, BUYER, proof);
        return ((AnnounceOutcome.Announced) outcome).number();
    }

    private AnnounceOutcome announce(
            String amount, String transfer, Actor by, byte @Nullable [] proof) {
        return announcements.announce(
                new AnnounceTransfer(
                        customer,
                        Money.of(amount),
                        transfer,
                        TODAY,
                        "",
                        proof == null ? null : new Upload("../proof.exe", proof),
                        by));
    }

    private RecordOutcome takeOver(String number) {
        return announcements.takeOver(number, paid.command(customer, "10.00", reference));
    }

    private static AnnounceOutcome refused(String problem) {
        return new AnnounceOutcome.Refused(problem, "");
    }

    private long noticed(String key) {
        return jdbc.sql("select count(*) from notice where notice_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}
