/** MallHub: a workflow-driven ERP integration hub for B2B wholesale malls. */
@NullMarked
package io.mallhub;

import org.jspecify.annotations.NullMarked;
