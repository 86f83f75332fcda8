/** Pictures of systems, their solutions, groups and conserved quantities as SVG, drawn from numbers. */
@NullMarked
package dev.prolong.report.picture;

import org.jspecify.annotations.NullMarked;
