package io.mallhub.processes.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.ZeebeClientBuilder;
import io.camunda.zeebe.client.impl.oauth.OAuthCredentialsProviderBuilder;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client; it connects by itself when the broker comes, and again when it went. */
@Configuration(proxyBeanMethods = false)
class EngineConnection implements DisposableBean {
    private final BoundedClose end;
    private @Nullable ZeebeClient client;

    EngineConnection(EngineSettings settings) {
        end = new BoundedClose(settings.closeTimeout());
    }

    /** Closed by {@link #destroy}, after all that use it. */
    @Bean(destroyMethod = "")
    ZeebeClient zeebeClient(EngineSettings settings) {
        ZeebeClientBuilder builder =
                ZeebeClient.newClientBuilder()
                        .applyEnvironmentVariableOverrides(false)
                        .grpcAddress(settings.gateway())
                        .restAddress(settings.rest())
                        // REST answers of an 8.6.0 broker name the job key otherwise.
                        .preferRestOverGrpc(false)
                        // A busy broker refuses commands: a job's answer that is not sent
                        // again would cost the whole time-out of the job.
                        .useDefaultRetryPolicy(true)
                        .defaultRequestTimeout(settings.requestTimeout())
                        .defaultJobWorkerStreamEnabled(true)
                        .jobWorkerExecutor(jobThreads(settings), true);
        secure(builder, settings);
        ZeebeClient built = builder.build();
        client = built;
        return built;
    }

    @Override
    public void destroy() {
        if (client != null) {
            end.close("engine-client", client::close);
        }
    }

    /** Work blocks on databases and ERPs, so each job has a thread of its own, and a cheap one. */
    private static ScheduledExecutorService jobThreads(EngineSettings settings) {
        return Executors.newScheduledThreadPool(
                settings.inFlight(), Thread.ofVirtual().name("job-", 0).factory());
    }

    private static void secure(ZeebeClientBuilder builder, EngineSettings settings) {
        if ("http".equals(settings.gateway().getScheme())) {
            builder.usePlaintext();
        }
        if (settings.caCertificate() != null) {
            builder.caCertificatePath(settings.caCertificate());
        }
        if (settings.authority() != null) {
            builder.overrideAuthority(settings.authority());
        }
        EngineSettings.OAuth oauth = settings.oauth();
        if (oauth != null) {
            OAuthCredentialsProviderBuilder credentials =
                    new OAuthCredentialsProviderBuilder()
                            .clientId(oauth.clientId())
                            .clientSecret(oauth.clientSecret())
                            .audience(oauth.audience())
                            .authorizationServerUrl(oauth.tokenUrl().toString());
            if (oauth.scope() != null) {
                credentials.scope(oauth.scope());
            }
            builder.credentialsProvider(credentials.build());
        }
    }
}
