package dev.prolong.report;

/**
 * A name taken apart for typesetting.
 *
 * @param letters what it is called: {@code theta}
 * @param index its index: {@code 1}, {@code 1,2} of {@code W[1,2]}, {@code max} of {@code x_max}, or empty
 * @param underscored whether the index is written after an underscore in the input language
 * @param primes the order of the derivative that it stands for
 * @param order the order of a prolonged coefficient, {@code 2} of {@code Z^(2)}, or empty
 */
record NameParts(String letters, String index, boolean underscored, int primes, String order) {

    static NameParts of(String name) {
        int power = name.endsWith(")") ? name.lastIndexOf("^(") : -1;
        String order = power > 0 ? name.substring(power + 2, name.length() - 1) : "";
        int end = power > 0 ? power : name.length();
        int primes = 0;
        while (end > 0 && name.charAt(end - 1) == '\'') {
            end--;
            primes++;
        }
        String bare = name.substring(0, end);
        int bracket = bare.indexOf('[');
        if (bracket > 0 && bare.endsWith("]")) {
            return new NameParts(
                    bare.substring(0, bracket), bare.substring(bracket + 1, bare.length() - 1), false, primes, order);
        }
        int underscore = bare.indexOf('_');
        if (underscore > 0 && underscore < bare.length() - 1) {
            return new NameParts(bare.substring(0, underscore), bare.substring(underscore + 1), true, primes, order);
        }
        int digits = bare.length();
        while (digits > 0 && bare.charAt(digits - 1) >= '0' && bare.charAt(digits - 1) <= '9') {
            digits--;
        }
        return digits == 0
                ? new NameParts(bare, "", false, primes, order)
                : new NameParts(bare.substring(0, digits), bare.substring(digits), false, primes, order);
    }
}
