package io.mallhub.audit;

/**
 * @param why edited, missing, reordered or cut, in words
 */
public record BrokenLink(long sequence, String why) {}
