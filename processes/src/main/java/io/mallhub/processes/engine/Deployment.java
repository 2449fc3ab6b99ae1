package io.mallhub.processes.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.zeebe.client.api.response.DeploymentEvent;
import io.mallhub.bpmn.Diagrams;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deploys the diagrams as soon as the broker is there; the hub takes work before that. An unchanged
 * diagram makes no new version; instances of an older version finish with it.
 */
@Component
public class Deployment implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Deployment.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ZeebeClient client;
    private final EngineThread thread;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile boolean running;

    Deployment(ZeebeClient client, EngineThread thread) {
        this.client = client;
        this.thread = thread;
    }

    /** Completed when the engine knows the diagrams: messages before that would start nothing. */
    public CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void start() {
        running = true;
        thread.run(this::deploy);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void deploy() {
        try {
            DeploymentEvent event = command().send().join();
            event.getProcesses()
                    .forEach(p -> log.info("{} v{}", p.getBpmnProcessId(), p.getVersion()));
            done.complete(null);
        } catch (RuntimeException e) {
            log.warn("The engine does not take the diagrams yet: {}", e.getMessage());
            if (running) {
                thread.runAfter(RETRY, this::deploy);
            }
        }
    }

    private DeployResourceCommandStep2 command() {
        DeployResourceCommandStep1 command = client.newDeployResourceCommand();
        DeployResourceCommandStep2 all =
                command.addResourceFromClasspath(Diagrams.RESOURCES.getFirst());
        for (String resource : Diagrams.RESOURCES.subList(1, Diagrams.RESOURCES.size())) {
            all = all.addResourceFromClasspath(resource);
        }
        return all;
    }
}
