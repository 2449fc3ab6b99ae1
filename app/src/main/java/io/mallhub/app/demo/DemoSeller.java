package io.mallhub.app.demo;

import io.mallhub.customer.SellerLicences;
import io.mallhub.customer.SellerLicences.SellerLicence;
import io.mallhub.shared.Actor;
import io.mallhub.shared.RegulatoryCategory;
import java.util.EnumSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The wholesaler's own licence. A new installation has none and sells nothing until its own is
 * declared; the demo's covers all that a wholesaler may deal in.
 */
@Component
@DemoOnly
@Order(1)
class DemoSeller implements ApplicationRunner {
    private final SellerLicences licences;

    DemoSeller(SellerLicences licences) {
        this.licences = licences;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (licences.all().isEmpty()) {
            licences.declare(
                    new SellerLicence(
                            "闽AA591000001",
                            null,
                            EnumSet.complementOf(
                                    EnumSet.of(
                                            RegulatoryCategory.NARCOTIC,
                                            RegulatoryCategory.PSYCHOTROPIC_I,
                                            RegulatoryCategory.VACCINE))),
                    Actor.system("demo"));
        }
    }
}
