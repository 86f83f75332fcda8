package dev.prolong.codegen;

import java.lang.reflect.Method;

/** A generated class of static methods, called by name. */
final class GeneratedClass {
    private final Class<?> type;

    GeneratedClass(ClassLoader loader, String name) {
        try {
            type = loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    /** The result of the method of this name that takes as many arguments. */
    Object call(String name, Object... arguments) {
        for (Method m : type.getMethods()) {
            if (m.getName().equals(name) && m.getParameterCount() == arguments.length) {
                try {
                    return m.invoke(null, arguments);
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(name, e);
                }
            }
        }
        throw new AssertionError("no method " + name);
    }

    double number(String name, Object... arguments) {
        return (double) call(name, arguments);
    }

    /** The constant of an enum inside the class. */
    Object constant(String constant) {
        for (Object c : type.getClasses()[0].getEnumConstants()) {
            if (c.toString().equals(constant)) {
                return c;
            }
        }
        throw new AssertionError("no constant " + constant);
    }
}
