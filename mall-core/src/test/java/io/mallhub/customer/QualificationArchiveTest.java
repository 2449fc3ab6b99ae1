package io.mallhub.customer;

import static io.mallhub.fixture.CustomerFixtures.APPLICANT;
import static io.mallhub.fixture.CustomerFixtures.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.customer.ApplicationView.ReviewDecision;
import io.mallhub.customer.QualificationArchive.Query;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class QualificationArchiveTest {
    @Autowired QualificationArchive archive;
    @Autowired Registrations registrations;
    @Autowired Customers customers;
    @Autowired CustomerFixtures fixtures;
    @Autowired MutableClock clock;

    @AfterEach
    void theClockGoesOn() {
        clock.reset();
    }

    @Test
    void everyVersionIsKeptWithWhoDecidedWhatOnIt() {
        String application = aLicenceHandedInTwice();

        List<ArchivedDocument> versions = archived(application, DocumentType.BUSINESS_LICENCE);

        assertThat(versions).extracting(ArchivedDocument::version).containsExactly(2, 1);
        assertThat(versions).extracting(ArchivedDocument::current).containsExactly(true, false);
        assertThat(versions.getFirst().decisions())
                .extracting(ReviewDecision::step, ReviewDecision::by)
                .containsExactly(tuple("approve", REVIEWER.name()));
        assertThat(versions.getLast().decisions())
                .extracting(ReviewDecision::step, ReviewDecision::reason)
                .containsExactly(tuple("return-document", "not readable"));
    }

    @Test
    void theFileOfAnOldVersionIsStillThere() {
        String application = aLicenceHandedInTwice();
        ArchivedDocument old = archived(application, DocumentType.BUSINESS_LICENCE).getLast();

        DocumentFile file = archive.file(old.id()).orElseThrow();

        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(file.content()).isNotEmpty();
    }

    @Test
    void textIsFoundInTheNameOfTheCompanyWithoutWildcards() {
        CustomerView company = fixtures.anActiveCustomer();
        String name = company.company().name();

        assertThat(archive.page(new Query(null, null, name), PageRequest.first(20)).items())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.customerNumber()).isEqualTo(company.number()));
        assertThat(archive.page(new Query(company.number(), null, "%"), PageRequest.first(20)))
                .satisfies(page -> assertThat(page.total()).isZero());
    }

    private String aLicenceHandedInTwice() {
        String number = fixtures.aSubmittedApplication();
        registrations.runChecks(number);
        ApplicationView application = registrations.application(number).orElseThrow();
        DocumentView licence =
                application.documents().stream()
                        .filter(it -> it.data().type() == DocumentType.BUSINESS_LICENCE)
                        .findFirst()
                        .orElseThrow();
        registrations.decideDocument(number, licence.id(), false, "not readable", REVIEWER);
        registrations.requestSupplement(
                number, "once more", List.of(DocumentType.BUSINESS_LICENCE), REVIEWER);
        clock.advance(Duration.ofMinutes(1));
        fixtures.attach(number, licence.data());
        registrations.submit(number, APPLICANT);
        registrations.runChecks(number);
        registrations.approve(number, "", false, REVIEWER);
        return number;
    }

    private List<ArchivedDocument> archived(String application, DocumentType type) {
        CustomerView company =
                customers
                        .customer(registrations.application(application).orElseThrow().customer())
                        .orElseThrow();
        return archive.page(new Query(company.number(), type, null), PageRequest.first(20)).items();
    }
}
