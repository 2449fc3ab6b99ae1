package io.mallhub.conflict;

/** Both sides say the same again before anybody decided. */
public record ConflictSettled(String number) {}
