package io.mallhub.connectors.definition;

import io.mallhub.connectors.Guarantees;
import io.mallhub.connectors.definition.Definition.Format;
import io.mallhub.connectors.definition.Definition.Protocol;
import io.mallhub.connectors.mapping.Charsets;
import io.mallhub.connectors.mapping.ControlCharacters;
import io.mallhub.connectors.mapping.Conversions;
import io.mallhub.connectors.mapping.JsonLanguage;
import io.mallhub.connectors.mapping.ReplyLanguage;
import io.mallhub.connectors.mapping.TimeFormat;
import io.mallhub.connectors.mapping.ValueFormats;
import io.mallhub.connectors.mapping.XmlLanguage;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code connector.yaml} and its files → a checked {@link Definition}. */
final class DefinitionReader {
    private static final int DEPTH = 64;
    private static final int MEGABYTE = 1024 * 1024;

    private final DefinitionFiles files;
    private final Yaml yaml;

    private DefinitionReader(DefinitionFiles files) {
        this.files = files;
        yaml = Yaml.parse(files.name(DefinitionFiles.MAIN), files.main());
    }

    static Definition read(DefinitionFiles files) {
        return new DefinitionReader(files).read();
    }

    private Definition read() {
        String id = yaml.text("id");
        if (!id.equals(files.id())) {
            throw yaml.error("id", "id and folder differ: '" + id + "', '" + files.id() + "'");
        }
        Protocol protocol = protocol();
        Format format = protocol.soap() ? Format.XML : choice(yaml, "format", "json", Format.class);
        ValueFormats formats = formats();
        Conversions conversions = new Conversions(formats.times(), codes());
        ReplyLanguage language = language(format, formats, conversions);
        Inside inside = inside(format, language, formats, conversions);
        FieldMapReader maps = new FieldMapReader(inside == null ? language : inside.language());
        FailureRules failures = new FailureRulesReader(maps).read(yaml);
        Yaml shown = yaml.map("auth");
        List<String> settings = yaml.words("settings");
        Map<String, Object> known = AuthReader.sample(shown);
        settings.forEach(name -> known.put(name, "1"));
        OperationReader operations =
                new OperationReader(
                        files, protocol, inside == null ? format : inside.format(), maps, known);
        Auth auth =
                new AuthReader(operations, maps, protocol, formats.times().zone(), known)
                        .read(shown);
        Definition definition =
                new Definition(
                        id,
                        yaml.text("title"),
                        yaml.read("version", Integer::parseInt),
                        protocol,
                        settings,
                        auth,
                        guarantees(),
                        yaml.read("charset", "UTF-8", Charsets::named),
                        formats,
                        language,
                        format,
                        inside,
                        limits(),
                        failures,
                        operations(operations),
                        yaml.read("reply-limit-mb", "32", Integer::parseInt) * MEGABYTE);
        yaml.optional("wsdl").ifPresent(this::mustExist);
        yaml.done();
        return definition;
    }

    private static ReplyLanguage language(
            Format format, ValueFormats formats, Conversions conversions) {
        return format == Format.XML
                ? new XmlLanguage(formats, conversions, DEPTH)
                : new JsonLanguage(formats, conversions, DEPTH);
    }

    private @Nullable Inside inside(
            Format outer, ReplyLanguage language, ValueFormats formats, Conversions conversions) {
        if (!yaml.has("inside")) {
            return null;
        }
        Yaml inside = yaml.map("inside");
        Format format = choice(inside, "format", Format.class);
        String path = inside.text("envelope");
        RequestTrial trial = new RequestTrial(files.name(path), outer, protocol().soap());
        RequestTemplate envelope = trial.compile(inside.read("envelope", files::read));
        trial.render(envelope, Map.of("content", "<a b=\"1\">&</a>", "session", "token"));
        Inside read =
                new Inside(
                        envelope,
                        new FieldMapReader(language).expression(inside, "at"),
                        format,
                        language(format, formats, conversions));
        inside.done();
        return read;
    }

    private Limits limits() {
        return yaml.optionalMap("limits")
                .map(
                        limits -> {
                            Limits read =
                                    new Limits(
                                            limits.read("calls-per-second", "0", Integer::parseInt),
                                            limits.read("at-once", "0", Integer::parseInt));
                            limits.done();
                            return read;
                        })
                .orElse(Limits.NONE);
    }

    private Protocol protocol() {
        return yaml.read(
                "protocol",
                name ->
                        switch (name) {
                            case "soap-1.1" -> Protocol.SOAP_11;
                            case "soap-1.2" -> Protocol.SOAP_12;
                            case "rest" -> Protocol.REST;
                            default ->
                                    throw new IllegalArgumentException(
                                            "is soap-1.1, soap-1.2 or rest, not " + name);
                        });
    }

    private ValueFormats formats() {
        ZoneId zone = yaml.read("timezone", ZoneId::of);
        TimeFormat times = yaml.read("times", t -> TimeFormat.of(t, zone));
        ControlCharacters control =
                choice(yaml, "control-characters", "report", ControlCharacters.class);
        return yaml.read("dates", "yyyy-MM-dd", d -> ValueFormats.of(times, d, control));
    }

    private Map<String, Map<String, String>> codes() {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        yaml.optionalMap("codes")
                .ifPresent(
                        all -> {
                            for (String table : all.keys()) {
                                tables.put(table, all.texts(table));
                            }
                        });
        return tables;
    }

    private Guarantees guarantees() {
        Yaml guarantee = yaml.map("guarantee");
        Guarantees guarantees =
                new Guarantees(
                        choice(guarantee, "orders", Guarantees.Repeat.class),
                        choice(guarantee, "customers", Guarantees.Repeat.class),
                        choice(guarantee, "stock", StockMeaning.class) == StockMeaning.AVAILABLE);
        guarantee.done();
        return guarantees;
    }

    private Map<OperationKind, Operation> operations(OperationReader reader) {
        Map<OperationKind, Operation> operations = new EnumMap<>(OperationKind.class);
        Yaml all = yaml.map("operations");
        for (String name : all.keys()) {
            OperationKind kind =
                    OperationKind.of(name)
                            .filter(k -> k != OperationKind.LOGIN)
                            .orElseThrow(() -> all.error(name, "unknown operation '" + name + "'"));
            operations.put(kind, reader.read(kind, all.map(name), kind.sample()));
        }
        Operation order = operations.get(OperationKind.CREATE_ORDER);
        Operation found = operations.get(OperationKind.FIND_ORDERS);
        if (order != null
                && !order.then().isEmpty()
                && (found == null || !found.map().has("draft"))) {
            throw all.error(
                    "create-order",
                    "it takes several calls: map 'draft' in find-orders, so that a half-made"
                            + " order is found");
        }
        if (!operations.containsKey(OperationKind.PING)) {
            throw all.error("operation 'ping' is missing");
        }
        return operations;
    }

    private void mustExist(String file) {
        yaml.read("wsdl", files::read);
    }

    static <E extends Enum<E>> E choice(Yaml yaml, String key, Class<E> type) {
        return yaml.read(key, text -> constant(type, text));
    }

    static <E extends Enum<E>> E choice(Yaml yaml, String key, String otherwise, Class<E> type) {
        return yaml.read(key, otherwise, text -> constant(type, text));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not one of the known words");
    }

    private enum StockMeaning {
        ON_HAND,
        AVAILABLE
    }
}
