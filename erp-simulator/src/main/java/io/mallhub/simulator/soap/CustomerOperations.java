package io.mallhub.simulator.soap;

import io.mallhub.simulator.customer.Customer;
import io.mallhub.simulator.customer.CustomerTexts;
import io.mallhub.simulator.customer.Customers;
import io.mallhub.simulator.customer.NewCustomer;
import io.mallhub.simulator.kernel.Page;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** QueryCustomers, FindCustomer, SaveCustomer, UpdateCustomer. */
@Configuration(proxyBeanMethods = false)
class CustomerOperations {

    @Bean
    SoapOperation queryCustomers(Customers customers, SoapList list) {
        return new NamedOperation(
                "QueryCustomers",
                call ->
                        list.reply(
                                call,
                                customers.changedAfter(call.point()),
                                CustomerOperations::write));
    }

    @Bean
    SoapOperation findCustomer(Customers customers, SoapList list) {
        return new NamedOperation(
                "FindCustomer",
                call ->
                        list.reply(
                                call,
                                new Page<>(found(customers, call), false),
                                CustomerOperations::write));
    }

    @Bean
    SoapOperation saveCustomer(Customers customers) {
        return new NamedOperation(
                "SaveCustomer",
                call -> SoapReply.success(call).field("FNumber", customers.create(from(call))));
    }

    @Bean
    SoapOperation updateCustomer(Customers customers) {
        return new NamedOperation(
                "UpdateCustomer",
                call -> {
                    Customer after =
                            customers.update(
                                    call.text("FNumber"),
                                    new CustomerTexts(
                                            call.text("FName"),
                                            call.text("FProvince"),
                                            call.text("FAddress"),
                                            call.text("FContact"),
                                            call.text("FPhone")),
                                    call.version());
                    return SoapReply.success(call)
                            .field("FNumber", after.number())
                            .field("FVersion", Long.toString(after.version()))
                            .field("FModifyTime", after.modifyTime());
                });
    }

    private static List<Customer> found(Customers customers, SoapCall call) {
        String number = call.optional("FNumber");
        if (number != null) {
            return customers.withNumber(number).stream().toList();
        }
        String clientNumber = call.optional("FClientNumber");
        return clientNumber == null
                ? customers.withTaxNo(call.text("FTaxNo")).stream().toList()
                : customers.withClientNumber(clientNumber);
    }

    private static NewCustomer from(SoapCall call) {
        return new NewCustomer(
                call.text("FClientNumber"),
                call.text("FName"),
                call.text("FTaxNo"),
                call.text("FProvince"),
                call.text("FAddress"),
                call.text("FContact"),
                call.text("FPhone"));
    }

    private static void write(SoapReply reply, Customer c) {
        reply.open("Customer")
                .field("FNumber", c.number())
                .optional("FClientNumber", c.clientNumber())
                .field("FName", c.name())
                .field("FTaxNo", c.taxNo())
                .field("FProvince", c.province())
                .field("FAddress", c.address())
                .field("FContact", c.contact())
                .field("FPhone", c.phone())
                .forbidden(c.forbidden())
                .field("FModifyTime", c.modifyTime())
                .field("FVersion", Long.toString(c.version()))
                .close();
    }
}
