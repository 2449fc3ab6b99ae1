package io.mallhub.customer;

/**
 * @param mediaType as sniffed from the content, one of application/pdf, image/jpeg, image/png;
 *     never what the client said
 * @param content at most 10 MiB
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes through, never compared
public record DocumentFile(String fileName, String mediaType, byte[] content) {}
