package io.mallhub.simulator.rest;

import org.jspecify.annotations.Nullable;

/**
 * The envelope of every answer.
 *
 * @param code 0, or why not
 */
record Answer<T>(int code, String msg, @Nullable T data) {

    static <T> Answer<T> of(T data) {
        return new Answer<>(0, "", data);
    }
}
