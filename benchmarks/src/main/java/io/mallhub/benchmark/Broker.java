package io.mallhub.benchmark;

import java.net.URI;

/** Where the engine answers. */
record Broker(URI gateway, URI rest) {}
