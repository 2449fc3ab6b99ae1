package io.mallhub.simulator.kernel;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A file of the ERP whose rows have a {@code number} and a {@code modify_time}, as the interfaces
 * and the back office list it.
 *
 * @param select the SELECT … FROM of the file
 */
public record ChangeList<T>(JdbcClient jdbc, String select, RowMapper<T> row) {

    public Page<T> changedAfter(ListPoint point) {
        return Page.cut(
                jdbc.sql(
                                select
                                        + "WHERE (modify_time, number) > (?, ?) ORDER BY modify_time, number LIMIT ? OFFSET ?")
                        .params(point.sinceForSql(), point.after(), point.fetch(), point.skip())
                        .query(row)
                        .list(),
                point);
    }

    /**
     * @param where conditions that compare columns with {@code :like}, and the order
     */
    public Page<T> search(String where, String text, ListPoint point) {
        return Page.cut(
                jdbc.sql(select + where + " LIMIT :fetch OFFSET :skip")
                        .param("like", ListPoint.like(text))
                        .param("fetch", point.fetch())
                        .param("skip", point.skip())
                        .query(row)
                        .list(),
                point);
    }
}
