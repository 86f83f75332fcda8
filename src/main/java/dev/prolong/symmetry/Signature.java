package dev.prolong.symmetry;

/** How many positive and negative squares a quadratic form is a sum of, by Lagrange's reduction. */
record Signature(int positive, int negative) {

    static Signature of(Fraction[][] form) {
        int n = form.length;
        Fraction[][] a = new Fraction[n][];
        for (int i = 0; i < n; i++) {
            a[i] = form[i].clone();
        }
        int positive = 0;
        int negative = 0;
        boolean[] done = new boolean[n];
        for (int step = 0; step < n; step++) {
            int pivot = pivot(a, done);
            if (pivot < 0) {
                break;
            }
            done[pivot] = true;
            positive += a[pivot][pivot].signum() > 0 ? 1 : 0;
            negative += a[pivot][pivot].signum() < 0 ? 1 : 0;
            for (int i = 0; i < n; i++) {
                if (!done[i] && !a[i][pivot].isZero()) {
                    Fraction f = a[i][pivot].over(a[pivot][pivot]);
                    for (int j = 0; j < n; j++) {
                        a[i][j] = a[i][j].minus(f.times(a[pivot][j]));
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                if (!done[i]) {
                    a[pivot][i] = Fraction.ZERO;
                }
            }
        }
        return new Signature(positive, negative);
    }

    /** A diagonal entry that is not zero; where there is none, one is made by adding a basis vector to another. */
    private static int pivot(Fraction[][] a, boolean[] done) {
        for (int i = 0; i < a.length; i++) {
            if (!done[i] && !a[i][i].isZero()) {
                return i;
            }
        }
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                if (!done[i] && !done[j] && !a[i][j].isZero()) {
                    for (int k = 0; k < a.length; k++) {
                        a[i][k] = a[i][k].plus(a[j][k]);
                    }
                    for (int k = 0; k < a.length; k++) {
                        a[k][i] = a[k][i].plus(a[k][j]);
                    }
                    return i;
                }
            }
        }
        return -1;
    }
}
