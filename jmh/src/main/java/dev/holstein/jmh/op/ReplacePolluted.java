package dev.holstein.jmh.op;

import org.openjdk.jmh.annotations.Param;

/** {@link Replace} after maps of all other kinds of keys have gone through the same code of the same subject ({@link Pollution}). */
public class ReplacePolluted extends Replace {
    /** Rounds of these maps: by default more than enough to have all of the code compiled. 0 is {@link Replace}. */
    @Param("20")
    public int pollution;

    @Override
    void pollute() {
        Pollution.run(subject, keys, pollution);
    }
}
