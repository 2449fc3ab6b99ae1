package io.mallhub.simulator.seed;

import io.mallhub.simulator.SimulatorSettings;
import io.mallhub.simulator.kernel.Now;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database before the first call is answered: everything or nothing. */
@Component
@DependsOnDatabaseInitialization
class FirstLoad implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstLoad.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SimulatorSettings settings;
    private final Now now;

    FirstLoad(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            SimulatorSettings settings,
            Now now) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.now = now;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (Boolean.FALSE.equals(
                jdbc.queryForObject("SELECT EXISTS (SELECT FROM t_item)", Boolean.class))) {
            transaction.executeWithoutResult(status -> load());
            jdbc.execute("ANALYZE");
            log.info("first load done: {} materials", settings.materials());
        }
    }

    private void load() {
        jdbc.execute(
                (Connection connection) -> {
                    try {
                        loadMaterials(connection);
                        loadCustomers(connection);
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                    return true;
                });
    }

    private void loadMaterials(Connection connection) throws IOException, SQLException {
        MaterialSeed seed =
                new MaterialSeed(SourceFiles.drugs(), settings.seed(), now.instant(), now.today());
        MaterialCopy copy = new MaterialCopy();
        for (int n = 0; n < settings.materials(); n++) {
            copy.add(seed.material(n), seed.batches(n));
        }
        copy.send(connection);
    }

    private void loadCustomers(Connection connection) throws IOException, SQLException {
        Instant loaded = now.instant();
        CustomerSeed seed = new CustomerSeed(settings.seed(), loaded);
        List<RetailCustomer> sources = SourceFiles.customers();
        Copy customers =
                new Copy(
                        "t_customer (number, client_number, name, tax_no, province, address,"
                                + " contact, phone, forbidden, modify_time)");
        for (int n = 0; n < sources.size(); n++) {
            var c = seed.customer(n, sources.get(n));
            customers.row(
                    c.number(),
                    c.clientNumber(),
                    c.name(),
                    c.taxNo(),
                    c.province(),
                    c.address(),
                    c.contact(),
                    c.phone(),
                    c.forbidden(),
                    c.modifyTime());
        }
        customers.send(connection);
        Copy numbers = new Copy("t_number");
        numbers.row("KH", sources.size());
        numbers.send(connection);
    }
}
