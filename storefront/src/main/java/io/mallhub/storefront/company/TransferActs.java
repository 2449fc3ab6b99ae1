package io.mallhub.storefront.company;

import io.mallhub.identity.BuyerView;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnounceOutcome;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.receipt.Announcements.Upload;
import io.mallhub.webkit.Attachment;
import io.mallhub.webkit.Notice;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Transfers that the company announces to our finance, each with one proof. */
@Controller
@RequestMapping("/statement/transfers")
class TransferActs {
    private final Announcements announcements;

    TransferActs(Announcements announcements) {
        this.announcements = announcements;
    }

    /** What was refused comes back filled in; the proof has to be chosen again. */
    @PostMapping
    String announce(
            BuyerView buyer,
            TransferForm form,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            RedirectAttributes redirect)
            throws IOException {
        Upload upload = TransferForm.upload(proof);
        AnnounceOutcome outcome =
                form.refusal()
                        .<AnnounceOutcome>map(it -> it)
                        .orElseGet(
                                () ->
                                        announcements.announce(
                                                form.command(buyer, Purpose.DEBT, null, upload)));
        switch (outcome) {
            case AnnounceOutcome.Announced done ->
                    Notice.done(redirect, "statement.announced", done.number());
            case AnnounceOutcome.Refused refused -> {
                Notice.refused(redirect, refused.problem(), refused.detail());
                redirect.addFlashAttribute(StatementPage.TYPED, form);
            }
        }
        return "redirect:/statement";
    }

    @GetMapping("/{announced}/proof")
    ResponseEntity<byte[]> proof(BuyerView buyer, @PathVariable String announced) {
        return announcements
                .proofOf(buyer.company(), announced)
                .map(it -> Attachment.of(it.fileName(), it.mediaType(), it.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
