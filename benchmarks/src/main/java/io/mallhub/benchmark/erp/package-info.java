/** What stands for the ERP where the routes to it are not measured. */
@NullMarked
package io.mallhub.benchmark.erp;

import org.jspecify.annotations.NullMarked;
