package io.mallhub.simulator.soap;

import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.voucher.NewVoucher;
import io.mallhub.simulator.voucher.Voucher;
import io.mallhub.simulator.voucher.Vouchers;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** FindVoucher, SaveVoucher. */
@Configuration(proxyBeanMethods = false)
class VoucherOperations {

    @Bean
    SoapOperation findVoucher(Vouchers vouchers, SoapList list) {
        return new NamedOperation(
                "FindVoucher",
                call ->
                        list.reply(
                                call,
                                new Page<>(
                                        vouchers.withReference(call.text("FClientBillNo")), false),
                                VoucherOperations::write));
    }

    @Bean
    SoapOperation saveVoucher(Vouchers vouchers) {
        return new NamedOperation(
                "SaveVoucher",
                call ->
                        SoapReply.success(call)
                                .field("FBillNo", vouchers.create(from(call)).billNo()));
    }

    private static NewVoucher from(SoapCall call) {
        return new NewVoucher(
                call.text("FClientBillNo"),
                call.text("FType"),
                LocalDate.parse(call.text("FDate").strip().substring(0, 10)),
                call.text("FParty"),
                call.decimal("FAmount"),
                call.optional("FExplanation"));
    }

    private static void write(SoapReply reply, Voucher it) {
        reply.open("Voucher")
                .field("FBillNo", it.billNo())
                .field("FClientBillNo", it.reference())
                .field("FType", it.type())
                .field("FDate", it.date())
                .field("FParty", it.party())
                .field("FAmount", it.amount())
                .optional("FExplanation", it.explanation())
                .field("FModifyTime", it.modifyTime())
                .close();
    }
}
