package io.mallhub.connectors.definition;

import io.mallhub.connectors.definition.Definition.Format;
import io.mallhub.connectors.mapping.ReplyLanguage;

/**
 * An ERP that carries a text of one format as a string inside another: requests are written in the
 * inner format and put into the envelope, replies are unpacked before anything else is asked of
 * them.
 *
 * @param envelope its {@code ${content}} is the inner request
 * @param at expression on the outer reply that finds the string
 * @param format of the string
 */
public record Inside(RequestTemplate envelope, String at, Format format, ReplyLanguage language) {}
