package dev.prolong.source;

import java.util.List;

/**
 * Every message a user can get about the input: what is wrong, and what to do about it. {@code {0}}, {@code {1}}, ... are filled with the
 * arguments of the {@link Diagnostic}. {@code docs/diagnostics.md} lists them.
 */
public enum DiagnosticKind {
    // the text as such
    INPUT_TOO_LARGE("the input is larger than {0} bytes", "split it, or remove what does not belong to the system"),
    BINARY_INPUT("the input is not text: it holds a NUL character", "give a text file in UTF-8"),
    INVALID_UTF8("the input is not UTF-8", "save the file in the encoding UTF-8"),
    EMPTY_INPUT("the input holds no statement", "write an equation, for example z' = cos(theta1*z + theta2)"),
    TOO_MANY_TOKENS("the input has more than {0} words and signs", "split it into smaller systems"),
    NESTING_TOO_DEEP("brackets are nested deeper than {0} levels", "name parts of the expression, or write it flatter"),
    EXPONENT_TOWER("more than {0} exponents stand upon each other", "use parentheses, or simplify the tower"),

    // words and signs
    UNEXPECTED_CHARACTER("{0} cannot stand here", ""),
    FOREIGN_CHARACTER("{0} is not part of the input language", "write {1} instead"),
    NUMBER_TOO_LONG("the number {0} is out of range", "at most {1} digits and exponents between -{1} and {1} are read"),
    UNCLOSED_BRACKET("this {0} is never closed", "add the matching {1}"),
    UNOPENED_BRACKET("this {0} closes nothing", "remove it, or add the matching {1} before it"),
    MISMATCHED_BRACKET("this {0} does not match the {1} that is open here", "the bracket opened on line {2} needs {3}"),

    // grammar
    EXPECTED_OPERAND("expected a number, a name or ( but found {0}", ""),
    EXPECTED_OPERATOR("expected an operator but found {0}", ""),
    IMPLICIT_MULTIPLICATION("an operator is missing before {0}", "a product is written with *, for example 2*x"),
    UNEXPECTED_TOKEN("expected {1} but found {0}", ""),
    BAD_STATEMENT(
            "{0} does not begin a statement",
            "write an equation, for example z' = z, or a declaration such as parameters a, b"),
    MISPLACED_EQUALS("= cannot stand here", "an equation has one =; comparisons are written ==, !=, <, <=, >, >="),
    CHAINED_EQUATION("an equation has one = only", "write one equation for each ="),

    // declarations
    DUPLICATE_STATEMENT("a second `{0}` statement", "there can be only one; the first is on line {1}"),
    DUPLICATE_DECLARATION("{0} is declared twice", "it is already {1}"),
    RESERVED_NAME("{0} is the constant {1} and cannot be declared", "choose another name"),
    BUILTIN_FUNCTION("{0} is a built-in function and cannot be declared", "choose another name"),
    ASSUMPTION_NOT_ZERO("an assumption compares a parameter with 0", "write {0} != 0, > 0, >= 0, < 0 or <= 0"),
    CONTRADICTING_ASSUMPTIONS("the assumptions on {0} contradict each other", "no number but 0 is {1}"),
    UNKNOWN_ANSATZ(
            "unknown ansatz {0}",
            "known are auto, separable, projectable, linear, polynomial N, kernel, equivalence, general, or T(t), Z(t,z)"),
    BAD_ANSATZ("{0}", "write for example: ansatz separable, ansatz polynomial 2, ansatz T(t), Z(t,z)"),
    UNKNOWN_INFINITESIMAL(
            "{0} names no coordinate of the system",
            "the coordinates are {1}; their infinitesimals are written with a capital letter"),
    TOO_MANY_COMPONENTS("more than {0} components", "vectors, matrices and ranges may have {0} components in all"),
    EMPTY_EXTENT("{0} has no component", "an extent is written first..last, for example {0}[1..3]"),
    INDEX_NOT_WHOLE("an index must be a whole number", "it may be written with numbers and the indices of sum and for"),
    INDEX_OUT_OF_RANGE("there is no {0}", "the components declared are {1} .. {2}; name[1..n] declares n of them"),
    WRONG_INDEX_COUNT("{0} takes {1}, not {2}", "write for example {3}"),
    INDEX_MISSING("{0} is a vector or matrix and needs an index", "write for example {1}"),
    NOT_YET("{0} are not supported yet", "{1}"),

    // names and functions
    UNDEFINED_NAME("undefined name {0}", "add it to the `parameters` statement"),
    UNKNOWN_FUNCTION("unknown function {0}", "declare it: function {0}, or activation {0}(x) = ..."),
    WRONG_ARITY("{0} takes {1}, not {2}", "write {3}"),
    STATE_AS_FUNCTION("{0} is a state, not a function", "write {0} for its value at {1}; a product needs *"),
    NOT_A_FUNCTION("{0} is a name, not a function", "a product is written with *: {0}*(...)"),
    FUNCTION_AS_NAME("{0} is a function and needs arguments", "write {0}(...)"),
    PRIMED_FUNCTION("{0} cannot be primed", "only arbitrary functions, declared by `function`, and states have primes"),
    PARTIAL_DERIVATIVE_UNCLEAR(
            "a prime does not say which argument of {0} it is for",
            "write {0}_d1_0(x, y) for the derivative by the first"),
    NOT_A_STATE("{0} is {1}, so it has no derivative", "only states have derivatives"),
    DERIVATIVE_TOO_HIGH("derivatives above order {0} are not read", "check the number of primes"),
    BAD_DIFF(
            "diff is written diff(z, {0}) or diff(z, {0}, 2)",
            "the first argument is a state, the second the independent variable"),
    BAD_LEIBNIZ(
            "this is neither a product nor a derivative", "a derivative is written d^2z/dt^2 or z'', a product with *"),
    RECURSIVE_ACTIVATION(
            "activation {0} is defined by itself",
            "an activation is an expression in its argument, parameters and other functions"),

    // expressions
    CONDITION_EXPECTED("a condition is needed here", "write a comparison, for example x > 0"),
    NUMBER_EXPECTED("a condition cannot stand for a number", "use piecewise(condition: value, ..., otherwise: value)"),
    BAD_PIECEWISE("piecewise needs `condition: value` pairs", "write piecewise(x < 0: 0, otherwise: x)"),
    OTHERWISE_NOT_LAST("`otherwise` must be the last case", "move it to the end"),
    MISPLACED_CASE(
            "`condition: value` stands only in piecewise", "write piecewise(condition: value, ..., otherwise: value)"),
    OTHERWISE_MISSING(
            "this piecewise has no `otherwise`", "say what it is elsewhere: piecewise(x < 0: 0, otherwise: x)"),
    MISPLACED_RANGE("a range stands only in sum and for", "write sum(i in 1..3, ...)"),
    BAD_SUM("sum needs a range and one expression", "write sum(i in 1..3, W[i]*z[i])"),
    BAD_INTEGRAL(
            "the second argument of integral is the variable of integration, a name", "write integral(expr, s, a, b)"),
    BOUND_NAME_TAKEN("the variable of integration {0} is already {1}", "choose another name"),
    DIVISION_BY_ZERO("division by zero", "this denominator is zero: {0}"),
    NUMBER_TOO_LARGE("this number has too many digits", "numbers may have up to about {0} digits"),
    EXPRESSION_TOO_LARGE("this expression grows too large", "expand less, or name parts of it by activations"),
    EXPONENT_TOO_LARGE(
            "this exponent is too large",
            "exponents may have numerators and denominators up to {0}; a parameter n can stand for any number"),
    NOT_REAL("this has no real value", "{0}"),

    // equations
    NO_EQUATION("the system has no equation", "write one for each state, for example z' = cos(z)"),
    NO_DERIVATIVE("this equation has no derivative", "a name with a derivative is a state: write for example z' = ..."),
    MISSING_EQUATION("there is no equation for the state {0}", "add one, for example {0}' = ..."),
    SECOND_EQUATION("a second equation for {0}", "the first is on line {1}; each state has one equation"),
    SUPERFLUOUS_EQUATION(
            "this equation is one too many", "each state has one equation, which its highest derivative must occur in"),
    UNDECLARED_STATE("{0} has a derivative but is not among the `states`", "add it to the `states` statement"),
    NO_INDEPENDENT(
            "{0} is {1} here, so the independent variable must be declared", "add a statement such as: independent x"),
    NOT_INDEPENDENT(
            "derivatives are taken by the independent variable, {0} is not that", "the independent variable is {1}"),
    INDEPENDENT_IS_STATE(
            "{0} is the independent variable and cannot be a state", "choose another name, or say: independent ..."),
    SEVERAL_BRANCHES("this equation does not determine {0} uniquely", "write one branch, for example {1}"),
    NOT_SOLVABLE("cannot solve this equation for {0}", "write it as {0} = ..."),
    NO_SOLUTION("no real {0} satisfies this equation", "check the signs"),
    SINGULAR_SYSTEM("the equations do not determine {0}", "write one equation {1} = ... for each state"),
    DERIVATIVE_VANISHES("{0} drops out of this equation", "the highest derivative must occur; simplify the equation"),

    LAGRANGIAN_AND_EQUATION(
            "an equation beside a Lagrangian", "a `lagrangian` gives all equations: leave out the others"),
    LAGRANGIAN_STATES(
            "this Lagrangian has no velocity, so no state can be seen in it",
            "write velocities as x', or declare the `states`; a loss without velocities gives algebraic equations only"),
    LAGRANGIAN_ORDER("{0} in a Lagrangian", "Lagrangians have first derivatives only"),
    DEGENERATE_LAGRANGIAN(
            "the Lagrangian is degenerate: the Euler-Lagrange equation of {0} is algebraic, {1}",
            "it has no dynamics to derive; Noether's quantity H = -L is constant on its solutions only, not along a flow"),

    // backpropagation, activations, claims
    UNKNOWN_RENAME(
            "{0} is neither a state nor a parameter",
            "`backpropagation u for z` names the adjoint of a state or parameter"),
    NAME_TAKEN("the name {0} is already taken", "choose another name"),
    BACKPROPAGATION_ORDER(
            "backpropagation needs first-order equations, {0} has order {1}", "write the system in first-order form"),
    LAYER_ALONE(
            "this {0} has no network that is trained",
            "add the statement `backpropagation`: a linear layer matters for the gradients of a loss"),
    LAYER_SHAPE(
            "the {0} does not fit the states: {1}",
            "z(0) = E*x + e and y = C*z + c: with two states, `encoder E[1..2,1..3], e[1..2]` and `decoder C[1..1,1..2], c[1..1]`"),
    UNKNOWN_ACTIVATION("unknown activation {0}", "give a name that `prolong activations` lists, or an expression in x"),
    ACTIVATION_VARIABLE(
            "{0} cannot be a parameter of an activation: the model z' = s(theta1*z + theta2) uses it",
            "an activation is an expression in x, for example \"x/(1+exp(-x))\""),
    CONSTANT_ACTIVATION("this activation does not depend on its variable", "write an expression in x"),
    UNKNOWN_COORDINATE("{0} is no coordinate of the system", "the coordinates are {1}"),
    DUPLICATE_CLAIM("{0} is claimed twice", "give each infinitesimal once"),
    DERIVATIVE_IN_CLAIM(
            "{0} is fixed by the equations and cannot be used here",
            "use derivatives below the order of the equation only"),
    // data along which a quantity is looked at
    NO_COLUMNS("the data has no line of names", "the first line names the columns, for example: t,z"),
    DUPLICATE_COLUMN("a second column {0}", "each name heads one column"),
    TOO_FEW_POINTS("the data has fewer than two points", "write one line of numbers for each point"),
    ROW_LENGTH("{0} values where {1} columns have names", "write one value for each column, separated by commas"),
    NOT_A_NUMBER("{0} is not a number", "write for example 0.25 or 2.5e-1"),
    MISSING_COLUMN("the data has no column {0}", "add it, or give its value: --set {0}=..."),
    UNDEFINED_AT_POINT("the quantity has no real value at this point", "leave out what lies outside its domain"),
    DATA_FUNCTION("a quantity with the arbitrary function {0} has no value", "only names can be given values"),
    RULE_PROPERTY("unknown property {0}", "{1}"),
    RULE_MISSING_PROPERTY("the property {0} is missing", "each rule states it");

    private final String message;
    private final String hint;

    DiagnosticKind(String message, String hint) {
        this.message = message;
        this.hint = hint;
    }

    /** The template of the message. */
    public String message() {
        return message;
    }

    /** The template of the advice; empty if the message says it all. */
    public String hint() {
        return hint;
    }

    /** Replaces each {@code {i}} by the argument with that index. */
    static String fill(String template, List<String> arguments) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int index = template.charAt(open + 1) - '0';
            out.append(template, at, open).append(index < arguments.size() ? arguments.get(index) : "...");
            at = open + 3;
        }
        return out.append(template, at, template.length()).toString();
    }
}
