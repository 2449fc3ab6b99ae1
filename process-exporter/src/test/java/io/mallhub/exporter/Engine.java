package io.mallhub.exporter;

import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.response.ProcessInstanceEvent;
import io.camunda.zeebe.client.api.worker.JobWorker;
import io.mallhub.runtime.fixture.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What the tests do with a broker. */
final class Engine implements AutoCloseable {

    final ZeebeClient client;

    Engine(TestBroker broker) {
        this(broker.gatewayAddress(), broker.restAddress());
    }

    Engine(URI gateway, URI rest) {
        client =
                ZeebeClient.newClientBuilder()
                        .grpcAddress(gateway)
                        .restAddress(rest)
                        .usePlaintext()
                        .defaultRequestTimeout(Duration.ofSeconds(20))
                        .build();
    }

    void deploy(String resource) {
        client.newDeployResourceCommand().addResourceFromClasspath(resource).send().join();
    }

    long start(String process, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** Fails if the broker doesn't answer; the instance may have been created all the same. */
    CompletableFuture<Long> startLater(String process, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .thenApply(ProcessInstanceEvent::getProcessInstanceKey)
                .toCompletableFuture();
    }

    /** Waits until the broker processes commands. */
    void awaitAnswer() {
        await().atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(
                        () ->
                                client.newTopologyRequest()
                                        .send()
                                        .join()
                                        .getBrokers()
                                        .getFirst()
                                        .getPartitions()
                                        .getFirst()
                                        .isLeader());
    }

    JobWorker completeAll(String jobType) {
        return client.newWorker()
                .jobType(jobType)
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send())
                .timeout(Duration.ofSeconds(5))
                .requestTimeout(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(100))
                .open();
    }

    boolean isHealthy(URI management) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI health = management.resolve("/actuator/health");
            return http.send(
                                    HttpRequest.newBuilder(health).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    ActivatedJob activate(String type) {
        return client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .workerName("tester")
                .send()
                .join()
                .getJobs()
                .getFirst();
    }

    @Override
    public void close() {
        client.close();
    }
}
