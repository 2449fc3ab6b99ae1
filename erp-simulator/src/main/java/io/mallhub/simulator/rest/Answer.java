package io.mallhub.simulator.rest;

import org.jspecify.annotations.Nullable;

/**
 * The envelope of every answer.
 *
 * @param code 0, or why not
 */
record Answer<T extends @Nullable Object>(int code, String msg, T data) {

    static <T> Answer<T> of(T data) {
        return new Answer<>(0, "", data);
    }
}
