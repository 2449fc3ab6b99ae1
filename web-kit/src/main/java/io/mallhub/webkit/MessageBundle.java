package io.mallhub.webkit;

/**
 * Texts of one module. The file without suffix is Chinese, {@code _en} is English; a test of the
 * module keeps both in step.
 *
 * @param basename such as {@code i18n/console}
 */
public record MessageBundle(String basename) {}
