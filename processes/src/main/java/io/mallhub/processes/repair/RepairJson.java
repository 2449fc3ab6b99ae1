package io.mallhub.processes.repair;

import io.mallhub.processes.Repair;
import tools.jackson.databind.json.JsonMapper;

/** A repair as it is kept in its batch. */
final class RepairJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RepairJson() {}

    static String write(Repair repair) {
        return JSON.writeValueAsString(repair);
    }

    static Repair read(String kind, String json) {
        return JSON.readValue(json, RepairKind.of(kind).type);
    }
}
