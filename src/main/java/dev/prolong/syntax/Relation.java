package dev.prolong.syntax;

/** A relation between two numbers, as conditions and the assumptions on parameters use it. */
public enum Relation {
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    EQUAL("=="),
    UNEQUAL("!=");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /** The spelling in the input language. */
    public String sign() {
        return sign;
    }

    /** The relation with a spelling. */
    static Relation of(String sign) {
        for (Relation relation : values()) {
            if (relation.sign.equals(sign)) {
                return relation;
            }
        }
        throw new IllegalArgumentException("no relation: " + sign);
    }
}
