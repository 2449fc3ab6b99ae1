package io.mallhub.notification;

import java.time.Instant;

/**
 * @param link path in the reader's own front, empty for none
 */
public record NoticeView(
        long id, Instant at, String title, String text, String link, boolean read) {}
