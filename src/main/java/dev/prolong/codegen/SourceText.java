package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.matheclipse.core.interfaces.IExpr;

/** The text of a generated class of static methods: what it calls of the {@link SupportLibrary} is copied into it. */
final class SourceText {
    private static final Pattern CALL = Pattern.compile("(?<![.\\w])([A-Za-z]\\w*)(?=\\()");

    private SourceText() {}

    /** A public final class without instances. */
    static TypeSpec.Builder type(ClassName name, String header) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("$L", header)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    /** A public constant. */
    static FieldSpec constant(String name, String comment, int value) {
        return FieldSpec.builder(int.class, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L\n", comment)
                .initializer("$L", value)
                .build();
    }

    /** A public static method. */
    static MethodSpec.Builder method(String name, String comment, Class<?> type) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("$L\n", comment)
                .returns(type);
    }

    static String of(ClassName name, TypeSpec.Builder type) {
        return withSupport(JavaFile.builder(name.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString());
    }

    /** The method of an integrand. */
    static MethodSpec integrand(Integrands.Method integrand) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(integrand.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(double.class);
        JavaNames fresh = new JavaNames(Arguments.RESERVED);
        Map<IExpr, String> names = new LinkedHashMap<>();
        names.put(integrand.variable(), "s");
        method.addParameter(double.class, fresh.fresh("s"));
        for (var symbol : integrand.captured()) {
            String name = fresh.fresh(symbol.getSymbolName());
            names.put(symbol, name);
            method.addParameter(double.class, name);
        }
        return method.addCode(MethodBody.of(List.of(new MethodBody.Result("return", integrand.value())), names, fresh))
                .build();
    }

    private static String withSupport(String text) {
        int end = text.lastIndexOf('}');
        Set<String> called = new TreeSet<>();
        Matcher word = CALL.matcher(text.substring(text.indexOf("class ")));
        while (word.find()) {
            if (SupportLibrary.instance().has(word.group(1))) {
                called.add(word.group(1));
            }
        }
        List<String> members = SupportLibrary.instance().closure(called);
        if (members.isEmpty()) {
            return text;
        }
        String support = String.join("\n", members);
        String out = text.substring(0, end) + "\n" + support + text.substring(end);
        return support.contains("DoubleUnaryOperator") ? withImport(out) : out;
    }

    private static String withImport(String text) {
        String line = "import java.util.function.DoubleUnaryOperator;\n\n";
        int at = text.startsWith("package ") ? text.indexOf("\n\n") + 2 : 0;
        return text.substring(0, at) + line + text.substring(at);
    }
}
