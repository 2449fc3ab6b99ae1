/** Flash sales as marketing sees them: editor, preview, publishing, figures of each occurrence. */
@NullMarked
package io.mallhub.console.flash;

import org.jspecify.annotations.NullMarked;
