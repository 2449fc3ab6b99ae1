package io.mallhub.simulator.seed;

import io.mallhub.simulator.inventory.Batch;
import io.mallhub.simulator.material.Material;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes materials and their batches of the official list. Each material draws from its own random
 * numbers, so it comes out the same however many are made.
 */
final class MaterialSeed {

    private static final BigDecimal FULL_VAT = new BigDecimal("13.00");
    private static final BigDecimal REDUCED_VAT = new BigDecimal("3.00");

    private final List<DrugRow> list;
    private final long seed;
    private final Instant loaded;
    private final LocalDate today;

    MaterialSeed(List<DrugRow> list, long seed, Instant loaded, LocalDate today) {
        this.list = list;
        this.seed = seed;
        this.loaded = loaded;
        this.today = today;
    }

    /**
     * The n-th material, n from 0; beyond the end of the list rows repeat as other packs with
     * generated codes.
     */
    Material material(int n) {
        DrugRow row = row(n);
        Random random = random(n, 1);
        DosageClass form = DosageClass.of(row.dosageForm());
        int pack = n / list.size();
        return new Material(
                number(n),
                row.name(),
                pack == 0 ? row.model() : row.model() + " ×" + (pack + 1),
                row.dosageForm(),
                row.approvalNo(),
                row.holderCn(),
                row.holderEn(),
                row.makerCn(),
                row.makerEn(),
                pack == 0 ? row.drugCode() : generatedDrugCode(n),
                row.drugCodeRemark(),
                form.unit(),
                random.nextInt(100) < 8 ? REDUCED_VAT : FULL_VAT,
                price(random, form),
                random.nextInt(100) < 2,
                loaded,
                "",
                1);
    }

    /** None for about 4 in 100, else up to three, the first expiring in weeks to years. */
    List<Batch> batches(int n) {
        Random random = random(n, 2);
        List<Batch> batches = new ArrayList<>();
        int count = random.nextInt(100) < 4 ? 0 : 1 + random.nextInt(3);
        YearMonth expiry = YearMonth.from(today.plusDays(40)).plusMonths(random.nextInt(18));
        for (int i = 0; i < count; i++) {
            YearMonth made = expiry.minusMonths(36);
            batches.add(
                    new Batch(
                            "B%02d%02d%c"
                                    .formatted(
                                            made.getYear() % 100,
                                            made.getMonthValue(),
                                            'A' + random.nextInt(6)),
                            expiry.atEndOfMonth(),
                            BigDecimal.valueOf(10L * (1 + random.nextInt(120)))));
            expiry = expiry.plusMonths(3L + random.nextInt(9));
        }
        return batches;
    }

    private String number(int n) {
        return "JK.%s.%06d".formatted(DosageClass.of(row(n).dosageForm()).number(), n + 1);
    }

    private DrugRow row(int n) {
        return list.get(n % list.size());
    }

    /**
     * Around the typical price of the form, a few ten times as dear; to the cent, some with four
     * decimals.
     */
    private static BigDecimal price(Random random, DosageClass form) {
        double price = form.typicalPrice() * Math.exp(random.nextGaussian() * 0.9);
        int decimals = random.nextInt(20) == 0 ? 4 : 2;
        return BigDecimal.valueOf(Math.max(price, 1)).setScale(decimals, RoundingMode.HALF_UP);
    }

    /**
     * 86 + 8 (a leading digit the real list never has) + ten digits + check digit by weights 3, 1,
     * 3, 1 …
     */
    private static String generatedDrugCode(int n) {
        String digits = "868%010d".formatted(n);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += Character.digit(digits.charAt(i), 10) * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private Random random(int n, int purpose) {
        return new Random((seed * 1_000_003L + n) * 31 + purpose);
    }
}
