/**
 * Alipay as payment provider, by its public open interface: signed requests to one gateway address,
 * signed answers, signed notices.
 */
@NullMarked
package io.mallhub.channels.alipay;

import org.jspecify.annotations.NullMarked;
