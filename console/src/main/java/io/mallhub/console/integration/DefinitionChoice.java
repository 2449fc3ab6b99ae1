package io.mallhub.console.integration;

import io.mallhub.binding.Definitions;
import io.mallhub.shared.PageRequest;
import org.springframework.ui.Model;

/** The definitions that the fragment {@code choice :: definitions} offers. */
final class DefinitionChoice {
    /** Of those uploaded, the newest. */
    private static final int MOST = 200;

    private DefinitionChoice() {}

    static void offer(Definitions definitions, Model model) {
        model.addAttribute("shipped", definitions.shipped());
        model.addAttribute("uploads", definitions.uploads(PageRequest.first(MOST)).items());
    }
}
