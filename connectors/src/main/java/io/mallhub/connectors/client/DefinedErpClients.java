package io.mallhub.connectors.client;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.DefinitionPack;
import io.mallhub.connectors.DefinitionPacks;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpClients;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.Losses;
import io.mallhub.connectors.OperationTrial;
import io.mallhub.connectors.OperationTrials;
import io.mallhub.connectors.PersonalMasks;
import io.mallhub.connectors.UploadedDefinitions;
import io.mallhub.connectors.definition.Auth;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.DefinitionLibrary;
import io.mallhub.connectors.definition.Limits;
import io.mallhub.connectors.soap.SoapWire;
import io.mallhub.connectors.soap.UsernameTokenSecurity;
import io.mallhub.connectors.transport.GuardedWire;
import io.mallhub.connectors.transport.HostGuard;
import io.mallhub.connectors.transport.HttpTransport;
import io.mallhub.connectors.transport.RestWire;
import io.mallhub.connectors.transport.Wire;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the definitions shipped and mounted once, at start: a broken one stops the start with file
 * and line. Uploaded ones are read when first asked for.
 */
@Component
class DefinedErpClients implements ErpClients, DefinitionPacks, OperationTrials, PersonalMasks {
    private final DefinitionLibrary library;
    private final Clock clock;
    private final Bus bus;

    /**
     * @param folder of definitions beside those shipped; empty for none
     */
    @Autowired
    DefinedErpClients(
            Clock clock,
            @Value("${mallhub.connectors.definitions:}") String folder,
            ObjectProvider<UploadedDefinitions> uploads) {
        this(clock, folder, uploads.getIfAvailable(() -> UploadedDefinitions.NONE));
    }

    DefinedErpClients(Clock clock, String folder, UploadedDefinitions uploads) {
        this.clock = clock;
        library = DefinitionLibrary.load(folder.isBlank() ? null : Path.of(folder), uploads);
        bus = BusFactory.newInstance().createBus();
    }

    @Override
    public ErpClient open(ConnectionSettings settings, Consumer<Exchange> log, Losses losses) {
        Optional<CallingErp> calling = CallingErp.of(settings.definition());
        return calling.isPresent()
                ? new CallingErpClient(calling.get())
                : openDefined(settings, log, losses);
    }

    private ErpClient openDefined(
            ConnectionSettings settings, Consumer<Exchange> log, Losses losses) {
        Definition definition = known(settings.definition());
        HttpTransport transport =
                new HttpTransport(
                        new HostGuard(settings.allowedHosts()),
                        settings.timeout(),
                        definition.replyLimit());
        Wire wire = guarded(definition, settings, wire(definition, settings, transport));
        Caller caller =
                new Caller(
                        definition,
                        settings,
                        wire,
                        new LossyWire(wire, losses),
                        new ExchangeLog(log),
                        clock);
        return new DefinedErpClient(definition, caller, transport, clock);
    }

    /**
     * Others are left alone by the back-off of each flow: their victims stay together under the
     * ERP's own words.
     */
    private static Wire guarded(Definition definition, ConnectionSettings settings, Wire wire) {
        Limits limits = definition.limits();
        return limits.equals(Limits.NONE)
                ? wire
                : new GuardedWire(
                        wire,
                        settings.name(),
                        limits.callsPerSecond(),
                        limits.atOnce(),
                        settings.timeout());
    }

    private Definition known(String key) {
        return library.definition(key)
                .orElseThrow(
                        () ->
                                new DefinitionInvalid(
                                        key + "/connector.yaml:1", "there is no such definition"));
    }

    private Wire wire(Definition definition, ConnectionSettings settings, HttpTransport transport) {
        return switch (definition.protocol()) {
            case REST ->
                    new RestWire(
                            transport,
                            definition.format() == Definition.Format.JSON
                                    ? "application/json"
                                    : "application/xml",
                            definition.encoding());
            case SOAP_11, SOAP_12 ->
                    new SoapWire(
                            bus,
                            definition.protocol() == Definition.Protocol.SOAP_12,
                            settings.endpoint(),
                            definition.encoding(),
                            transport,
                            security(definition, settings));
        };
    }

    private static SoapWire.Security security(Definition definition, ConnectionSettings settings) {
        return definition.auth() instanceof Auth.UsernameToken token
                ? new UsernameTokenSecurity(
                        settings.secrets().getOrDefault("username", ""),
                        settings.secrets().getOrDefault("password", ""),
                        token.digest())
                : SoapWire.Security.NONE;
    }

    @Override
    public List<DefinitionSummary> definitions() {
        return Stream.concat(
                        library.all().stream().map(Definition::summary),
                        Arrays.stream(CallingErp.values()).map(CallingErp::summary))
                .toList();
    }

    @Override
    public Optional<DefinitionSummary> definition(String key) {
        return CallingErp.of(key).map(CallingErp::summary).or(() -> library.summary(key));
    }

    @Override
    public DefinitionSummary check(DefinitionPack pack) {
        Definition read = DefinitionLibrary.read(pack);
        return read.summary(DefinitionPack.key(read.id(), read.version()));
    }

    @Override
    public Optional<DefinitionPack> pack(String key) {
        return library.pack(key);
    }

    @Override
    public List<TrialOperation> operations(String definition) {
        return CallingErp.of(definition).isPresent()
                ? List.of()
                : TrialInputs.of(known(definition));
    }

    @Override
    public OperationTrial run(
            ConnectionSettings settings, TrialOrder order, Consumer<Exchange> log) {
        return new LiveTrial(known(settings.definition()), clock)
                .run(order, told -> open(settings, log.andThen(told)));
    }

    @Override
    public OperationTrial reread(String definition, Exchange logged) {
        return new Rereading(known(definition), clock).of(logged);
    }

    /** One that this release no longer takes says as little as one that is gone. */
    @Override
    public Mask of(String definition) {
        Definition known;
        try {
            known = library.definition(definition).orElse(null);
        } catch (DefinitionInvalid e) {
            known = null;
        }
        return new DefinedMask(known, clock);
    }

    @PreDestroy
    void shutdown() {
        bus.shutdown(true);
    }
}
