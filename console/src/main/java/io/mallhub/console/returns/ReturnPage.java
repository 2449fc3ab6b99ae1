package io.mallhub.console.returns;

import io.mallhub.console.access.Missing;
import io.mallhub.console.operations.ProcessPicture;
import io.mallhub.processes.Tasks;
import io.mallhub.returns.Disposition;
import io.mallhub.returns.ReturnPhotos;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import io.mallhub.webkit.Attachment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** A return as one thread: what was asked, who decided, what came, what becomes of it. */
@Controller
@RequestMapping("/console/returns/{number}")
class ReturnPage {
    private final Returns returns;
    private final ReturnPhotos photos;
    private final Tasks tasks;
    private final ProcessPicture process;

    ReturnPage(Returns returns, ReturnPhotos photos, Tasks tasks, ProcessPicture process) {
        this.returns = returns;
        this.photos = photos;
        this.tasks = tasks;
        this.process = process;
    }

    @GetMapping
    String page(@PathVariable String number, Model model) {
        ReturnView view = found(number);
        model.addAttribute("view", view);
        model.addAttribute("photos", photos.of(number));
        model.addAttribute("timeline", returns.timeline(number));
        model.addAttribute("tasks", tasks.openFor(number));
        process.show(number, model);
        return "console/returns/return";
    }

    /** Made for a tablet in the quarantine area. */
    @GetMapping("/inspection")
    String inspection(@PathVariable String number, Model model) {
        model.addAttribute("view", found(number));
        model.addAttribute("photos", photos.of(number));
        model.addAttribute("dispositions", Disposition.values());
        model.addAttribute("entered", Map.of());
        model.addAttribute("problems", List.of());
        return "console/returns/inspection";
    }

    @GetMapping("/photos/{photo}")
    ResponseEntity<byte[]> photo(@PathVariable String number, @PathVariable UUID photo) {
        return photos.file(number, photo)
                .map(it -> Attachment.of(it.fileName(), it.mediaType(), it.content()))
                .orElseThrow(() -> new Missing("photo " + photo + " of return " + number));
    }

    @GetMapping(value = "/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String number) {
        return process.diagram(number)
                .orElseThrow(() -> new Missing("process of return " + number));
    }

    private ReturnView found(String number) {
        return returns.find(number).orElseThrow(() -> new Missing("return " + number));
    }
}
