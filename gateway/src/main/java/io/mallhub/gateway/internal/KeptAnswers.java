package io.mallhub.gateway.internal;

import io.mallhub.shared.Instants;
import io.mallhub.shared.Sha256;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Same key and same message, same answer; the work behind it is done once. */
@Component
public class KeptAnswers {
    /** After so long the node that had the key at work must be dead. */
    private static final Duration AT_WORK = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param content all that the answer depends on
     * @param work its {@link CallRefused} is not kept: the same may be sent again
     * @throws CallRefused when the key came with another message before, or is at work
     */
    public Answer once(Caller caller, String key, String content, Supplier<Answer> work) {
        if (!key.matches("[\\x21-\\x7e]{1,100}")) {
            throw CallRefused.because(400, "idempotency-key.invalid", "");
        }
        String client = caller.client().id();
        String digest = Sha256.hex(content);
        if (!begun(client, key, digest)) {
            return known(client, key, digest);
        }
        Answer answer;
        try {
            answer = work.get();
        } catch (RuntimeException e) {
            jdbc.sql(
                            "delete from kept_answer where client = :client and key = :key"
                                    + " and status is null")
                    .param("client", client)
                    .param("key", key)
                    .update();
            throw e;
        }
        jdbc.sql(
                        "update kept_answer set status = :status, answer = :answer"
                                + " where client = :client and key = :key")
                .param("status", answer.status())
                .param("answer", answer.body(), Types.VARCHAR)
                .param("client", client)
                .param("key", key)
                .update();
        return answer;
    }

    private boolean begun(String client, String key, String digest) {
        Instant now = clock.instant();
        return jdbc.sql(
                                """
                                insert into kept_answer as k (client, key, content, started_at)
                                values (:client, :key, :content, :now)
                                on conflict (client, key) do update set started_at = :now
                                 where k.status is null and k.content = excluded.content
                                   and k.started_at < :dead
                                """)
                        .param("client", client)
                        .param("key", key)
                        .param("content", digest)
                        .param("now", Instants.parameter(now))
                        .param("dead", Instants.parameter(now.minus(AT_WORK)))
                        .update()
                == 1;
    }

    private Answer known(String client, String key, String digest) {
        Known known =
                jdbc.sql(
                                "select content, status, answer from kept_answer"
                                        + " where client = :client and key = :key")
                        .param("client", client)
                        .param("key", key)
                        .query(
                                (row, index) ->
                                        new Known(
                                                row.getString(1),
                                                (Integer) row.getObject(2),
                                                row.getString(3)))
                        .optional()
                        .orElseThrow(KeptAnswers::atWork);
        if (!known.content.equals(digest)) {
            throw CallRefused.because(422, "idempotency-key.reused", "");
        }
        if (known.status == null || known.answer == null) {
            throw atWork();
        }
        return new Answer(known.status, known.answer);
    }

    private static CallRefused atWork() {
        return CallRefused.until(409, "idempotency-key.at-work", "", Duration.ofSeconds(1));
    }

    public record Answer(int status, String body) {}

    private record Known(String content, @Nullable Integer status, @Nullable String answer) {}
}
