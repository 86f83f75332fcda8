package dev.prolong.codegen;

import org.matheclipse.core.interfaces.IExpr;

/** Brings trees to forms that keep their digits in floating-point arithmetic. */
final class StableForms {
    private static final StableForms INSTANCE = new StableForms();

    private StableForms() {}

    static StableForms instance() {
        return INSTANCE;
    }

    IExpr of(IExpr e) {
        return e;
    }
}
