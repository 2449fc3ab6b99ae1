package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationView.Difference;
import io.mallhub.customer.Company;
import io.mallhub.customer.DocumentData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was handed in, as texts by subject ({@code company.name}, {@code BUSINESS_LICENCE.number}):
 * the form in which two rounds are compared, and which later code can still read.
 */
record Submission(Map<String, String> texts) {
    static Submission of(Company company, List<Document> documents) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("company.name", company.name());
        texts.put("company.type", company.type().name());
        texts.put("company.uscc", company.uscc());
        texts.put("company.region", company.region());
        texts.put("company.address", company.address());
        texts.put("company.contact", company.contact());
        texts.put("company.phone", company.phone());
        texts.put("company.invoiceTitle", company.invoiceTitle());
        texts.put("company.salesperson", Objects.toString(company.salesperson(), ""));
        documents.forEach(document -> put(document, texts));
        return new Submission(texts);
    }

    private static void put(Document document, Map<String, String> texts) {
        DocumentData data = document.data();
        String subject = document.type().name();
        texts.put(subject + ".version", Integer.toString(document.version()));
        texts.put(subject + ".number", data.number());
        texts.put(subject + ".issuer", data.issuer());
        texts.put(subject + ".issuedOn", Objects.toString(data.issuedOn(), ""));
        texts.put(subject + ".validUntil", Objects.toString(data.validUntil(), "long-term"));
        texts.put(subject + ".scope", String.join(" ", new TreeSet<>(data.scopeCodes())));
        texts.put(subject + ".file", document.fileName());
    }

    List<Difference> differencesFrom(Submission before) {
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> subjects = new TreeSet<>(before.texts().keySet());
        subjects.addAll(texts.keySet());
        for (String subject : subjects) {
            String was = before.texts().getOrDefault(subject, "");
            String is = texts.getOrDefault(subject, "");
            if (!was.equals(is)) {
                differences.add(new Difference(subject, was, is));
            }
        }
        return differences;
    }
}
