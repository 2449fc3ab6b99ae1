package io.mallhub.shared;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as JSON of their fields alone, for rows that keep them: what a type derives for its
 * callers is no part of what was said, and does not come back.
 */
public final class FieldsAsJson {
    private FieldsAsJson() {}

    public static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .changeDefaultVisibility(
                        it ->
                                it.withFieldVisibility(Visibility.ANY)
                                        .withGetterVisibility(Visibility.NONE)
                                        .withIsGetterVisibility(Visibility.NONE));
    }
}
