package io.mallhub.storefront.returns;

import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.Orders;
import io.mallhub.recall.Recalls;
import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnWish;
import io.mallhub.returns.ReturnableLine;
import io.mallhub.returns.Returns;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.returns.SubmitReturnOutcome;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Asks for goods of one order to go back; shows what it gives back before it is sent. */
@Controller
@RequestMapping("/orders/{number}/return")
class ReturnRequestController {
    private final Returns returns;
    private final Orders orders;
    private final Recalls recalls;
    private final PhotosOfForm album;

    ReturnRequestController(Returns returns, Orders orders, Recalls recalls, PhotosOfForm album) {
        this.returns = returns;
        this.orders = orders;
        this.recalls = recalls;
        this.album = album;
    }

    @GetMapping
    String form(BuyerView buyer, @PathVariable String number, Model model) {
        List<ReturnableLine> goods = show(buyer, number, Map.of(), model);
        model.addAttribute("form", ReturnForm.fresh(goods));
        return "storefront/return-request";
    }

    /**
     * @param form {@code act} is {@code submit}, else it is only shown what it would give back
     * @param unwanted photos to be taken off the form
     * @param photos kept at once, so that they are still there when the form comes back
     */
    @PostMapping
    String ask(
            BuyerView buyer,
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            @RequestParam(name = "remove", defaultValue = "") List<UUID> unwanted,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> photos,
            Model model) {
        List<ReturnableLine> goods = show(buyer, number, form, model);
        ReturnForm asked = new ReturnForm(form, goods);
        List<LineProblem> problems = new ArrayList<>(asked.problems());
        if (!asked.key().isEmpty()) {
            List<MultipartFile> files = photos == null ? List.of() : photos;
            problems.addAll(album.take(buyer, asked, unwanted, files));
            model.addAttribute("photos", album.of(buyer, asked));
        }
        if (problems.isEmpty()) {
            SubmitReturn command = asked.command(buyer, number);
            if (!"submit".equals(form.get("act"))) {
                model.addAttribute("reversal", returns.preview(command));
                return "storefront/return-request";
            }
            switch (returns.submit(command)) {
                case SubmitReturnOutcome.Submitted done -> {
                    return "redirect:/returns/" + done.number();
                }
                case SubmitReturnOutcome.Refused refused -> problems = refused.problems();
                case SubmitReturnOutcome.KeyReusedForOtherContent _ ->
                        problems = List.of(new LineProblem(-1, "returns.sent-before", ""));
            }
        }
        model.addAttribute("problems", problems);
        return "storefront/return-request";
    }

    /** Recalls of batches that the order brought, not of others of its products. */
    private List<Recalls.Live> recallsOf(List<ReturnableLine> goods) {
        return recalls
                .live(goods.stream().map(ReturnableLine::product).distinct().toList())
                .stream()
                .filter(
                        recall ->
                                goods.stream()
                                        .anyMatch(
                                                it ->
                                                        it.product().equals(recall.product())
                                                                && it.batch()
                                                                        .equals(recall.batch())))
                .toList();
    }

    private List<ReturnableLine> show(
            BuyerView buyer, String number, Map<String, String> form, Model model) {
        if (orders.orderOf(buyer.company(), number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<ReturnableLine> goods = returns.returnable(buyer.company(), number);
        model.addAttribute("number", number);
        model.addAttribute("goods", goods);
        model.addAttribute("cold", goods.stream().anyMatch(ReturnableLine::coldChain));
        model.addAttribute("form", form);
        model.addAttribute(
                "reasons",
                Arrays.stream(ReturnReason.values())
                        .filter(it -> ReturnForm.isOffered(it, goods))
                        .toList());
        model.addAttribute("recalls", recallsOf(goods));
        model.addAttribute("wishes", ReturnWish.values());
        model.addAttribute("problems", List.of());
        model.addAttribute("photos", List.of());
        model.addAttribute("mayOrder", buyer.rights().contains(BuyerRight.ORDER));
        return goods;
    }
}
