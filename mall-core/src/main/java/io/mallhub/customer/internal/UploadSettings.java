package io.mallhub.customer.internal;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param largest of one file
 * @param pixels of one picture, width times height, known before anything is decoded
 * @param filesPerApplication all versions together
 */
@Validated
@ConfigurationProperties("mallhub.upload")
record UploadSettings(
        @DefaultValue("10MB") DataSize largest,
        @Positive @DefaultValue("120000000") long pixels,
        @Positive @DefaultValue("100") int filesPerApplication) {}
