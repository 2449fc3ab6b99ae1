package io.mallhub.customer.internal;

import io.mallhub.customer.Company;
import io.mallhub.customer.DocumentType;
import java.util.List;
import java.util.Map;

/**
 * What the automatic checks look at: gathered once, so that each check is a plain function.
 *
 * @param sameByUscc other customers with the same USCC
 * @param sameByName other customers with the same name
 * @param sameByNumber other customers with a current document of the same type and number
 */
record CaseFile(
        Company company,
        Holding holding,
        List<Requirement> requirements,
        List<SaleRule> rules,
        List<Customer> sameByUscc,
        List<Customer> sameByName,
        Map<DocumentType, List<Customer>> sameByNumber) {}
