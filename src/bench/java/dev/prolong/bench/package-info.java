/** Benchmarks, run by {@code mvn -Pbench verify}. */
package dev.prolong.bench;
