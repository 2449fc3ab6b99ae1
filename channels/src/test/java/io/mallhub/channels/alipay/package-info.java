/** Alipay's interface against a provider that speaks it. */
@NullMarked
package io.mallhub.channels.alipay;

import org.jspecify.annotations.NullMarked;
