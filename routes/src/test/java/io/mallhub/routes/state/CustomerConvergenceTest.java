package io.mallhub.routes.state;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Customers.ReviseCustomer;
import io.mallhub.customer.ErpCustomers;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.RoutesTest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

@RoutesTest
class CustomerConvergenceTest extends ConvergenceTest<ErpCustomer> {
    @Autowired Customers customers;
    @Autowired ErpCustomers erpCustomers;
    @Autowired CustomerFixtures given;
    private @Nullable CustomerView pharmacy;

    CustomerConvergenceTest() {
        super(Field.Kind.CUSTOMER, Entity.CUSTOMER, Flow.CUSTOMER_IN, Flow.CUSTOMER_CHANGE_OUT);
    }

    @Override
    void makeRecord() {
        pharmacy = given.anActiveCustomer();
        erpCustomers.push(pharmacy.id());
    }

    @Override
    ErpCustomer inErp() {
        String number = pharmacy().number();
        return erp.customers.stream()
                .filter(it -> it.reference().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Override
    void editInErp(Map<String, String> fields) {
        erp.edit(inErp(), fields);
    }

    @Override
    void changeInErpWhatIsItsOwn(int value) {
        ErpCustomer now = inErp();
        erp.edit(
                new ErpCustomer(
                        now.code(),
                        now.reference(),
                        now.name(),
                        now.uscc(),
                        now.address(),
                        now.contact(),
                        now.phone(),
                        now.licenceNumber() + value,
                        now.active(),
                        now.changedAt(),
                        now.version()),
                Map.of());
    }

    @Override
    void editInMall(Field field, String value) {
        Company now = inMall();
        customers.revise(
                new ReviseCustomer(
                        pharmacy().id(),
                        field == Field.CUSTOMER_NAME ? value : now.name(),
                        field == Field.CUSTOMER_ADDRESS ? value : now.address(),
                        field == Field.CUSTOMER_CONTACT ? value : now.contact(),
                        field == Field.CUSTOMER_PHONE ? value : now.phone()),
                Desk.CLERK);
    }

    /** Names with the number: two companies of one name are asked about. */
    @Override
    String value(Field field, int number, String side) {
        String text = (number == 0 ? "both" : side) + number;
        return field == Field.CUSTOMER_NAME ? text + " " + pharmacy().number() : text;
    }

    @Override
    Map<Field, String> sayErp() {
        ErpCustomer there = inErp();
        return Map.of(
                Field.CUSTOMER_NAME, there.name(),
                Field.CUSTOMER_ADDRESS, there.address(),
                Field.CUSTOMER_CONTACT, there.contact(),
                Field.CUSTOMER_PHONE, there.phone());
    }

    @Override
    Map<Field, String> sayMall() {
        Company here = inMall();
        return Map.of(
                Field.CUSTOMER_NAME, here.name(),
                Field.CUSTOMER_ADDRESS, here.address(),
                Field.CUSTOMER_CONTACT, here.contact(),
                Field.CUSTOMER_PHONE, here.phone());
    }

    private Company inMall() {
        return customers.customer(pharmacy().id()).orElseThrow().company();
    }

    private CustomerView pharmacy() {
        return Objects.requireNonNull(pharmacy);
    }
}
