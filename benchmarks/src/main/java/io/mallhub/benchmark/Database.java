package io.mallhub.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where one hub keeps its rows; references write into the same database. */
record Database(String url, String user, String password) {

    /** Through the same driver as the hub, which the hub has loaded. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
