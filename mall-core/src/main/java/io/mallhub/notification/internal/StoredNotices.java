package io.mallhub.notification.internal;

import io.mallhub.notification.Inbox;
import io.mallhub.notification.NoticeView;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredNotices implements Notifications {
    private static final String READ_TO =
            "coalesce((SELECT read_to FROM notice_reader WHERE reader = :reader), 0)";

    private final JdbcClient jdbc;
    private final NoticeTexts texts;
    private final ValuesText values;
    private final Addressing addressing;
    private final Clock clock;

    StoredNotices(
            JdbcClient jdbc,
            NoticeTexts texts,
            ValuesText values,
            Addressing addressing,
            Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.values = values;
        this.addressing = addressing;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void send(Notify notice) {
        texts.mustKnow(notice.template());
        store(notice).ifPresent(id -> addressing.address(id, notice.to()));
    }

    private Optional<Long> store(Notify notice) {
        return jdbc.sql(
                        """
                        INSERT INTO notice (notice_key, audience, template, notice_values, link, at)
                        VALUES (:key, :audience, :template, :values::jsonb, :link, :at)
                        ON CONFLICT (notice_key) DO NOTHING RETURNING id
                        """)
                .param("key", notice.key())
                .param("audience", notice.to().audience())
                .param("template", notice.template())
                .param("values", values.write(notice.values()))
                .param("link", notice.link())
                .param("at", Instants.parameter(clock.instant()))
                .query(Long.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<NoticeView> inbox(Inbox inbox, Locale language, PageRequest page) {
        List<NoticeView> items =
                jdbc.sql(
                                "SELECT id, at, template, notice_values, link, id <= "
                                        + READ_TO
                                        + " AS seen FROM notice WHERE audience IN (:audiences)"
                                        + " ORDER BY id DESC LIMIT :size OFFSET :offset")
                        .param("reader", inbox.reader())
                        .param("audiences", inbox.audiences())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, n) -> {
                                    String template = row.getString("template");
                                    Map<String, String> filled =
                                            values.read(row.getString("notice_values"));
                                    return new NoticeView(
                                            row.getLong("id"),
                                            Instants.sure(row, "at"),
                                            texts.title(template, filled, language),
                                            texts.text(template, filled, language),
                                            row.getString("link"),
                                            row.getBoolean("seen"));
                                })
                        .list();
        long total =
                jdbc.sql("SELECT count(*) FROM notice WHERE audience IN (:audiences)")
                        .param("audiences", inbox.audiences())
                        .query(Long.class)
                        .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    @Override
    @Transactional(readOnly = true)
    public int unread(Inbox inbox) {
        return jdbc.sql(
                        "SELECT count(*) FROM (SELECT FROM notice WHERE audience IN (:audiences)"
                                + " AND id > "
                                + READ_TO
                                + " LIMIT "
                                + MANY
                                + ") AS unread")
                .param("reader", inbox.reader())
                .param("audiences", inbox.audiences())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public void read(Inbox inbox, long upTo) {
        jdbc.sql(
                        """
                        INSERT INTO notice_reader (reader, read_to) VALUES (:reader, :upTo)
                        ON CONFLICT (reader) DO UPDATE
                        SET read_to = greatest(notice_reader.read_to, excluded.read_to)
                        """)
                .param("reader", inbox.reader())
                .param("upTo", upTo)
                .update();
    }
}
