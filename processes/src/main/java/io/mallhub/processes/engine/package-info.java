/**
 * The adapter to Zeebe: client, deployment, and how a job becomes a worker's call and an answer.
 */
@NullMarked
package io.mallhub.processes.engine;

import org.jspecify.annotations.NullMarked;
