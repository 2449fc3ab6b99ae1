/** Promotion rules as marketing sees them: editor, preview, rehearsal, publishing, history. */
@NullMarked
package io.mallhub.console.promotions;

import org.jspecify.annotations.NullMarked;
