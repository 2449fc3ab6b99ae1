package io.mallhub.promotion;

import io.mallhub.shared.ProductId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules, made ready once for many baskets. Dealing is a pure function: the same basket gets the
 * same deal, in whatever order the rules were given. Rules that don't concern a basket cost it
 * nearly nothing. Safe for many threads at once.
 */
public final class RuleBook {
    private static final int[] NONE = {};

    /** Sets of rules that buyers have used up differ from buyer to buyer: not all are kept. */
    private static final int MOST_PARTS = 64;

    private final GiftPolicy gifts;
    private final List<Turn> turns;
    private final int[] always;
    private final Map<ProductId, int[]> byProduct;
    private final Map<String, int[]> byCategory;
    private final Map<String, int[]> byMerchandise;
    private final Map<String, int[]> byTag;
    private final List<Rule> limited;
    private final Map<Set<String>, RuleBook> parts = new ConcurrentHashMap<>();

    private RuleBook(List<Turn> turns, GiftPolicy gifts) {
        this.turns = turns;
        this.gifts = gifts;
        Map<ProductId, List<Integer>> products = new HashMap<>();
        Map<String, List<Integer>> categories = new HashMap<>();
        Map<String, List<Integer>> merchandise = new HashMap<>();
        Map<String, List<Integer>> tags = new HashMap<>();
        List<Integer> all = new ArrayList<>();
        for (int turn = 0; turn < turns.size(); turn++) {
            switch (turns.get(turn).rule().benefit().goods()) {
                case Goods.All() -> all.add(turn);
                case Goods.Products(var some) -> note(products, some, turn);
                case Goods.Categories(var some) -> note(categories, some, turn);
                case Goods.Merchandise(var some) -> note(merchandise, some, turn);
                case Goods.Tags(var some) -> note(tags, some, turn);
            }
        }
        always = array(all);
        byProduct = arrays(products);
        byCategory = arrays(categories);
        byMerchandise = arrays(merchandise);
        byTag = arrays(tags);
        limited =
                turns.stream()
                        .map(Turn::rule)
                        .filter(it -> !it.conditions().limits().isNone())
                        .toList();
    }

    /**
     * @throws IllegalArgumentException when two rules have the same code
     */
    public static RuleBook of(Collection<Rule> rules, GiftPolicy gifts) {
        List<Turn> turns = ready(rules, gifts);
        Set<String> codes = new HashSet<>();
        for (Turn turn : turns) {
            if (!codes.add(turn.rule().code())) {
                throw new IllegalArgumentException("Two rules " + turn.rule().code());
            }
        }
        return new RuleBook(turns, gifts);
    }

    public Optional<Rule> rule(String code) {
        return turns.stream().map(Turn::rule).filter(it -> it.code().equals(code)).findFirst();
    }

    /**
     * The same book without the rules of these codes. Made once for each set of them: whole lists
     * of baskets leave the same used-up rules out.
     */
    public RuleBook without(Set<String> codes) {
        RuleBook known = parts.get(codes);
        if (known != null) {
            return known;
        }
        RuleBook part =
                new RuleBook(
                        turns.stream().filter(it -> !codes.contains(it.rule().code())).toList(),
                        gifts);
        if (parts.size() < MOST_PARTS) {
            parts.put(Set.copyOf(codes), part);
        }
        return part;
    }

    /** How many rules there are. */
    public int size() {
        return turns.size();
    }

    /**
     * Thresholds, caps and stacking as the rules say; each rule sees what those before it left. The
     * discounts of the lines add up to what the rules gave, to the cent.
     */
    public Deal deal(Basket basket) {
        return deal(basket, List.of());
    }

    /**
     * As if these rules were in the book, for this basket only: its coupons.
     *
     * @param own rules of other codes than those in the book
     */
    public Deal deal(Basket basket, Collection<Rule> own) {
        Takings takings = new Takings(basket, gifts);
        BitSet[] concerned = concerned(basket);
        List<Turn> guests = ready(own, gifts);
        List<Judgement> judgements = new ArrayList<>(turns.size() + guests.size());
        int guest = 0;
        for (int turn = 0; turn < concerned.length; turn++) {
            Turn next = turns.get(turn);
            while (guest < guests.size()
                    && Stacking.TURNS.compare(guests.get(guest).rule(), next.rule()) < 0) {
                judgements.add(judge(guests.get(guest++), takings));
            }
            BitSet lines = concerned[turn];
            judgements.add(lines == null ? next.noSuchGoods() : next.judge(takings, lines));
        }
        while (guest < guests.size()) {
            judgements.add(judge(guests.get(guest++), takings));
        }
        return takings.deal(judgements);
    }

    /**
     * What to tell the buyer at goods before they are in a basket: rules whose time has come, that
     * are for him, however he pays.
     *
     * @param basket its lines are the goods; quantities don't matter
     * @return for each line, in the order in which rules take their turn
     */
    public List<List<Rule>> offered(Basket basket) {
        List<List<Rule>> offered = new ArrayList<>();
        basket.lines().forEach(any -> offered.add(new ArrayList<>()));
        BitSet[] concerned = concerned(basket);
        for (int turn = 0; turn < concerned.length; turn++) {
            BitSet lines = concerned[turn];
            if (lines != null && turns.get(turn).isFor(basket)) {
                for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
                    offered.get(line).add(turns.get(turn).rule());
                }
            }
        }
        return offered;
    }

    /** Some rule asks for tags of products: without one nobody need look them up. */
    public boolean asksForTags() {
        return !byTag.isEmpty();
    }

    /** Rules that give only so much in all: whoever deals asks what is left of them. */
    public List<Rule> limited() {
        return limited;
    }

    /** What may be given for nothing. */
    public GiftPolicy gifts() {
        return gifts;
    }

    private static Judgement judge(Turn guest, Takings takings) {
        BitSet lines = new BitSet();
        List<Basket.Line> all = takings.basket().lines();
        for (int line = 0; line < all.size(); line++) {
            lines.set(line, covers(guest.rule().benefit().goods(), all.get(line)));
        }
        return lines.isEmpty() ? guest.noSuchGoods() : guest.judge(takings, lines);
    }

    private static boolean covers(Goods goods, Basket.Line line) {
        return switch (goods) {
            case Goods.All() -> true;
            case Goods.Products(var products) -> products.contains(line.product());
            case Goods.Categories(var categories) -> categories.contains(line.category());
            case Goods.Merchandise(var codes) ->
                    line.merchandise().stream().anyMatch(codes::contains);
            case Goods.Tags(var tags) -> line.tags().stream().anyMatch(tags::contains);
        };
    }

    /** The lines of each turn; null where there are none. */
    private @Nullable BitSet[] concerned(Basket basket) {
        @Nullable BitSet[] lines = new BitSet[turns.size()];
        List<Basket.Line> all = basket.lines();
        for (int line = 0; line < all.size(); line++) {
            Basket.Line it = all.get(line);
            mark(lines, byProduct.getOrDefault(it.product(), NONE), line);
            mark(lines, byCategory.getOrDefault(it.category(), NONE), line);
            for (String code : it.merchandise()) {
                mark(lines, byMerchandise.getOrDefault(code, NONE), line);
            }
            for (String tag : it.tags()) {
                mark(lines, byTag.getOrDefault(tag, NONE), line);
            }
        }
        if (!all.isEmpty()) {
            BitSet every = new BitSet(all.size());
            every.set(0, all.size());
            for (int turn : always) {
                lines[turn] = every;
            }
        }
        return lines;
    }

    private static void mark(@Nullable BitSet[] lines, int[] turns, int line) {
        for (int turn : turns) {
            BitSet marked = lines[turn];
            if (marked == null) {
                marked = new BitSet();
                lines[turn] = marked;
            }
            marked.set(line);
        }
    }

    private static List<Turn> ready(Collection<Rule> rules, GiftPolicy gifts) {
        return rules.stream().sorted(Stacking.TURNS).map(rule -> new Turn(rule, gifts)).toList();
    }

    private static <K> void note(Map<K, List<Integer>> index, Set<K> keys, int turn) {
        keys.forEach(key -> index.computeIfAbsent(key, any -> new ArrayList<>()).add(turn));
    }

    private static <K> Map<K, int[]> arrays(Map<K, List<Integer>> index) {
        Map<K, int[]> arrays = new HashMap<>();
        index.forEach((key, turns) -> arrays.put(key, array(turns)));
        return arrays;
    }

    private static int[] array(List<Integer> turns) {
        int[] array = new int[turns.size()];
        Arrays.setAll(array, turns::get);
        return array;
    }
}
