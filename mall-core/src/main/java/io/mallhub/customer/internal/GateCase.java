package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentState;
import io.mallhub.customer.LicenceGate.Item;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.customer.SellerLicences.SellerLicence;
import io.mallhub.shared.RegulatoryCategory;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that decides about one customer today; judges item by item without asking anything further.
 */
record GateCase(Customer customer, Holding holding, RulesOfSale rules) {

    /** By law, not by configuration; the table of rules refuses rows for them too. */
    private static final Set<RegulatoryCategory> NEVER =
            EnumSet.of(RegulatoryCategory.NARCOTIC, RegulatoryCategory.PSYCHOTROPIC_I);

    private static final List<String> NEARNESS =
            List.of(
                    "gate.document-missing",
                    "gate.scope-not-covered",
                    "gate.document-not-valid",
                    "gate.licence-expired");

    List<Verdict> judge(List<Item> items) {
        return items.stream().map(this::judge).toList();
    }

    Verdict judge(Item item) {
        RegulatoryCategory category = item.category();
        if (!customer.isActive()) {
            return refused(
                    item,
                    "gate.customer-not-active",
                    Map.of(
                            "customer",
                            customer.number(),
                            "state",
                            customer.state().name(),
                            "why",
                            Objects.toString(customer.lockReason(), "")));
        }
        if (category == null) {
            return refused(item, "gate.uncategorised", Map.of());
        }
        if (NEVER.contains(category)) {
            return refused(item, "gate.never-in-mall", Map.of("category", category.name()));
        }
        Optional<SellerLicence> seller =
                rules.sellerLicences().stream()
                        .filter(licence -> licence.covers(category, holding.today()))
                        .findFirst();
        List<SaleRule> ways = rules.waysTo(category);
        if (ways.isEmpty()) {
            return refused(
                    item,
                    "gate.not-for-this-buyer",
                    Map.of(
                            "category",
                            category.name(),
                            "customerType",
                            customer.company().type().name()));
        }
        if (seller.isEmpty()) {
            return refused(item, "gate.seller-scope", Map.of("category", category.name()));
        }
        return lapsedRequirement(item)
                .orElseGet(() -> throughScope(item, category, ways, seller.get()));
    }

    private Optional<Verdict> lapsedRequirement(Item item) {
        for (Requirement requirement : rules.requirements()) {
            if (requirement.locksEverything()) {
                List<Document> held = holding.anyOf(requirement.alternatives());
                if (held.stream().noneMatch(holding::isValid)) {
                    return Optional.of(notValid(item, held, requirement));
                }
            }
        }
        return Optional.empty();
    }

    private Verdict throughScope(
            Item item, RegulatoryCategory category, List<SaleRule> ways, SellerLicence seller) {
        Verdict refusal =
                refused(
                        item,
                        "gate.document-missing",
                        Map.of("document", ways.getFirst().document().name()));
        for (SaleRule way : ways) {
            Optional<Document> held = holding.current(way.document());
            if (held.isEmpty()) {
                continue;
            }
            Document document = held.get();
            Map<String, String> evidence = evidence(document);
            evidence.put("category", category.name());
            evidence.put("sellerLicence", seller.number());
            if (!way.scopeCode().isEmpty()) {
                evidence.put("scope", way.scopeCode());
            }
            if (!way.isCoveredBy(document)) {
                refusal = nearest(refusal, refused(item, "gate.scope-not-covered", evidence));
            } else if (!holding.isValid(document)) {
                refusal = nearest(refusal, refused(item, reasonOf(document), evidence));
            } else {
                return new Verdict(item.product(), true, null, evidence);
            }
        }
        return refusal;
    }

    /** Of several ways that fail, the one that came nearest is told. */
    private static Verdict nearest(Verdict one, Verdict other) {
        return NEARNESS.indexOf(other.reason()) > NEARNESS.indexOf(one.reason()) ? other : one;
    }

    private Verdict notValid(Item item, List<Document> held, Requirement requirement) {
        return held.isEmpty()
                ? refused(
                        item,
                        "gate.document-missing",
                        Map.of("document", requirement.first().name()))
                : refused(item, reasonOf(held.getFirst()), evidence(held.getFirst()));
    }

    private String reasonOf(Document document) {
        return document.stateOn(holding.today()) == DocumentState.EXPIRED
                ? "gate.licence-expired"
                : "gate.document-not-valid";
    }

    private Map<String, String> evidence(Document document) {
        Map<String, String> evidence = new TreeMap<>();
        evidence.put("document", document.type().name());
        evidence.put("number", document.number());
        evidence.put("version", Integer.toString(document.version()));
        evidence.put("state", document.stateOn(holding.today()).name());
        evidence.put("validUntil", Objects.toString(document.validUntil(), "long-term"));
        evidence.put("today", holding.today().toString());
        return evidence;
    }

    private static Verdict refused(Item item, String reason, Map<String, String> evidence) {
        return new Verdict(item.product(), false, reason, evidence);
    }
}
