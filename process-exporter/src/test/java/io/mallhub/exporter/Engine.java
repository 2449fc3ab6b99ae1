package io.mallhub.exporter;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.mallhub.runtime.fixture.TestBroker;
import java.time.Duration;
import java.util.Map;

/** What the tests do with a broker. */
final class Engine implements AutoCloseable {

    final ZeebeClient client;

    Engine(TestBroker broker) {
        client =
                ZeebeClient.newClientBuilder()
                        .grpcAddress(broker.gatewayAddress())
                        .restAddress(broker.restAddress())
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
