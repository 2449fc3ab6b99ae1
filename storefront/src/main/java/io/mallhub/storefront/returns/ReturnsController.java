package io.mallhub.storefront.returns;

import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.returns.ReturnPhotos;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.ReturnQuery;
import io.mallhub.webkit.Attachment;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Returns of the buyer's company and no other. */
@Controller
@RequestMapping("/returns")
class ReturnsController {
    private final Returns returns;
    private final ReturnPhotos photos;
    private final Words words;

    ReturnsController(Returns returns, ReturnPhotos photos, Words words) {
        this.returns = returns;
        this.photos = photos;
        this.words = words;
    }

    @GetMapping
    String list(
            BuyerView buyer,
            @RequestParam(required = false) @Nullable ReturnState state,
            ListRequest list,
            Model model) {
        ReturnQuery query = new ReturnQuery(buyer.company(), state, null, null, null);
        model.addAttribute("page", returns.page(query, list.page()));
        model.addAttribute("states", ReturnState.values());
        model.addAttribute("state", state);
        return "storefront/returns";
    }

    @GetMapping("/{returned}")
    String page(BuyerView buyer, @PathVariable String returned, Model model) {
        model.addAttribute("view", find(buyer, returned));
        model.addAttribute("timeline", returns.timeline(returned));
        model.addAttribute("photos", photos.of(returned));
        model.addAttribute("mayOrder", buyer.rights().contains(BuyerRight.ORDER));
        return "storefront/return";
    }

    /** On a form that is not sent yet as well as on a return. */
    @GetMapping("/photos/{photo}")
    ResponseEntity<byte[]> photo(BuyerView buyer, @PathVariable UUID photo) {
        return photos.fileOf(buyer.company(), photo)
                .map(it -> Attachment.of(it.fileName(), it.mediaType(), it.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{returned}/withdraw")
    String withdraw(BuyerView buyer, @PathVariable String returned, RedirectAttributes redirect) {
        find(buyer, returned);
        switch (returns.requestWithdrawal(buyer.company(), returned, buyer.actor())) {
            case Returns.WithdrawOutcome.Requested _ ->
                    Notice.done(redirect, "returns.withdraw-requested", returned);
            case Returns.WithdrawOutcome.TooLate late ->
                    Notice.refused(redirect, "returns.too-late", words.of(late.state()));
        }
        return "redirect:/returns/{returned}";
    }

    private ReturnView find(BuyerView buyer, String number) {
        return returns.findOf(buyer.company(), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
