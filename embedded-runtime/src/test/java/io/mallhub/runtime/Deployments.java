package io.mallhub.runtime;

import io.camunda.zeebe.client.ZeebeClient;

/**
 * A smallest process: deploying it twice gives the same key as long as the broker keeps its data.
 */
final class Deployments {

    private static final String SMALLEST =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
              <process id="smallest" isExecutable="true">
                <startEvent id="start"><outgoing>flow</outgoing></startEvent>
                <sequenceFlow id="flow" sourceRef="start" targetRef="end"/>
                <endEvent id="end"><incoming>flow</incoming></endEvent>
              </process>
            </definitions>
            """;

    private Deployments() {}

    static long deploy(BrokerServer broker) {
        try (ZeebeClient client =
                ZeebeClient.newClientBuilder()
                        .grpcAddress(broker.gatewayAddress())
                        .restAddress(broker.restAddress())
                        .usePlaintext()
                        .build()) {
            return client.newDeployResourceCommand()
                    .addResourceStringUtf8(SMALLEST, "smallest.bpmn")
                    .send()
                    .join()
                    .getProcesses()
                    .getFirst()
                    .getProcessDefinitionKey();
        }
    }
}
