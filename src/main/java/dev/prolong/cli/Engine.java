package dev.prolong.cli;

import dev.prolong.equation.Problem;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;

/** What the commands ask for a derivation: the pipeline, or in tests something else. */
@FunctionalInterface
interface Engine {
    DerivationResult derive(Problem problem, Options options);
}
