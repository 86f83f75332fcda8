package dev.prolong.codegen;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The methods of a generated class, compiled and loaded, by the signatures that users hold on to. */
final class GeneratedQuantity {
    private final MethodHandle value;
    private final MethodHandle gradient;
    private final MethodHandle rate;
    private final MethodHandle defined;

    GeneratedQuantity(ClassLoader loader, String className) {
        try {
            Class<?> type = loader.loadClass(className);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            value = lookup.findStatic(type, "value", signature(double.class, 2));
            gradient = lookup.findStatic(type, "gradient", signature(void.class, 3));
            rate = lookup.findStatic(type, "rate", signature(double.class, 3));
            defined = lookup.findStatic(type, "isDefinedAt", signature(boolean.class, 2));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(className + " lacks a method of the contract", e);
        }
    }

    private static MethodType signature(Class<?> result, int arrays) {
        Class<?>[] rest = new Class<?>[arrays];
        java.util.Arrays.fill(rest, double[].class);
        return MethodType.methodType(result, double.class, rest);
    }

    double value(double t, double[] x, double[] p) {
        return (double) call(value, t, x, p);
    }

    double[] gradient(double t, double[] x, double[] p) {
        double[] out = new double[1 + x.length + p.length];
        call(gradient, t, x, p, out);
        return out;
    }

    double rate(double t, double[] x, double[] xDot, double[] p) {
        return (double) call(rate, t, x, xDot, p);
    }

    boolean isDefinedAt(double t, double[] x, double[] p) {
        return (boolean) call(defined, t, x, p);
    }

    private static Object call(MethodHandle method, Object... arguments) {
        try {
            return method.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
