package io.mallhub.customer.internal;

/**
 * A file that passed the inspection.
 *
 * @param name safe to show and to offer for download, with the ending of its media type
 * @param mediaType as its content says
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes through, never compared
record CheckedFile(String name, String mediaType, byte[] content, String sha256) {}
