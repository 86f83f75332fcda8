/** Results for readers: text, JSON, Markdown, LaTeX, HTML. */
@NullMarked
package dev.prolong.report;

import org.jspecify.annotations.NullMarked;
