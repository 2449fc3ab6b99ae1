package io.mallhub.gateway.internal;

import io.mallhub.gateway.ApiClientView;
import io.mallhub.gateway.ClientRight;

/** The program that calls, once it has shown who it is. */
public record Caller(ApiClientView client) {
    public String connection() {
        return client.connection();
    }

    boolean may(ClientRight right) {
        return client.rights().contains(right);
    }
}
