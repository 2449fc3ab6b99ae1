package io.mallhub.shared;

/**
 * Which page of a list, and in which order.
 *
 * @param number 0-based
 * @param size 1 to 200
 * @param sort a sort key that the list names ("due", "-due" for descending); empty for the list's
 *     own order. Lists refuse keys they don't name, so that nothing from a request reaches SQL.
 */
public record PageRequest(int number, int size, String sort) {
    public PageRequest {
        number = Math.clamp(number, 0, 100_000);
        size = Math.clamp(size, 1, 200);
    }

    public static PageRequest of(int number, int size) {
        return new PageRequest(number, size, "");
    }

    public static PageRequest first(int size) {
        return of(0, size);
    }

    public long offset() {
        return (long) number * size;
    }
}
